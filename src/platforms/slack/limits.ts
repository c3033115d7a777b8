/** What Slack takes at most, in UTF-16 units of the text as it is sent, escapes included. */
export const LIMITS = {
  /** Blocks of a message and of a view. */
  messageBlocks: 50,
  viewBlocks: 100,
  header: 150,
  section: 3_000,
  context: 2_000,
  /** Elements of an actions block and buttons that fit a row of a phone. */
  actions: 25,
  buttonText: 75,
  buttonValue: 2_000,
  accessibility: 75,
  alt: 2_000,
  options: 100,
  optionText: 75,
  checkboxes: 10,
  placeholder: 150,
  viewTitle: 24,
  viewButton: 24,
  label: 2_000,
  typed: 3_000,
  privateMetadata: 3_000,
  /** The text beside the blocks: notifications and screen readers. */
  notification: 3_000,
  /** Of the blocks of a view together; with its title, buttons and small print below the 13,200 that Slack refuses. */
  message: 10_500,
} as const;

/** More options than this are a menu instead of lettered buttons. */
export const MOST_BUTTONS = 5;
