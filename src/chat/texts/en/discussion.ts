/** The discussion after a reveal. */
export const discussionTexts = {
  discussion: {
    invitation: 'Talk about this question here: what was hard, and what helps to remember it.',
  },
};
