/** What only members of a Slack workspace read. */
export const slackTexts = {
  slack: {
    file: (name: string) => `${name} comes as a file in your messages with Hypercall.`,
    noFile: (name: string) =>
      `Slack did not take ${name}: try again in a moment, or ask an administrator to install Hypercall again.`,
  },
};
