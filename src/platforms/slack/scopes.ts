/** What the app asks a workspace for, each with its reason. */
export const SCOPES: Readonly<Record<string, string>> = {
  'chat:write': 'post questions, change them into reveals, answer members in private',
  commands: 'the slash commands and shortcuts',
  'users:read': 'who administers the workspace, and the names on a leaderboard',
  'channels:read': 'who made a public channel',
  'groups:read': 'who made a private channel',
  'files:write': 'the pictures of questions, and your data as a file where you ask for it',
};
