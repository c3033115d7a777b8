/** What only members of a Slack workspace read. */
export const slackTexts = {
  slack: {
    file: (name: string) => `${name} comes as a file in your messages with Hypercall.`,
    /** Buttons of the App Home, each for a command. */
    buttons: {
      'me reminders on': 'Remind me',
      'me reminders off': 'Do not remind me',
      'me hide': 'Hide me from leaderboards',
      'me show': 'Show me on leaderboards',
      'me export': 'My data',
      review: 'Review',
      'quiz solo': 'Quiz me',
      help: 'Help',
    },
    quiz: { title: 'Start a quiz', channel: 'In which channel?' },
    preview: 'Show the next five',
    invite: 'Hypercall may not be in this channel yet: /invite @Hypercall lets it ask here.',
    noFile: (name: string) =>
      `Slack did not take ${name}: try again in a moment, or ask an administrator to install Hypercall again.`,
  },
};
