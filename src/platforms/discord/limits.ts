/** What Discord takes at most: characters, unless the name says otherwise. */
export const LIMITS = {
  /** All texts of a message together. */
  message: 4_000,
  /** All components of a message, those inside others included. */
  components: 40,
  title: 250,
  footer: 300,
  buttonLabel: 80,
  buttonsInRow: 5,
  /** Buttons of actions: three rows, so that a message stays below its number of components. */
  actions: 15,
  customId: 100,
  menuOptions: 25,
  menuLabel: 100,
  placeholder: 150,
  attached: 4,
  alt: 1_024,
  modalTitle: 45,
  modalRows: 5,
  label: 45,
  labelDescription: 100,
  inputValue: 4_000,
  /** What the core takes for one answer. */
  answer: 1_000,
  choices: 25,
  choice: 100,
} as const;

/** The first response must arrive this soon (milliseconds); Discord waits three seconds. */
export const ACKNOWLEDGE_WITHIN = 1_500;
/** How long an interaction takes replies (milliseconds). */
export const TOKEN_LIFE = 15 * 60_000;
/** A call is given up after this long (milliseconds): before the claim of a post ends. */
export const CALL_LIMIT = 15_000;
/** A wait for a rate limit that is longer than this is left to whoever called (milliseconds). */
export const LONGEST_WAIT = 5_000;
