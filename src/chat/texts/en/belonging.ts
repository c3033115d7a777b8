/** What becomes of a community that the bot was removed from. */
export const belongingTexts = {
  belonging: {
    removed: 'the bot was removed from the community',
    resumed: (daily: string) => `Daily ${daily} asks again: the bot is back.`,
  },
};
