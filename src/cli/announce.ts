import type { Platform } from '../ports/platform.ts';

/** Tells each time a platform comes up or is away, when it is looked at. */
export interface Announcer {
  look(): void;
}

/** @param say takes one sentence */
export function announcerOf(
  platforms: Iterable<Pick<Platform, 'name' | 'isService' | 'isReachable'>>,
  say: (sentence: string) => void,
): Announcer {
  const services = [...platforms].filter(({ isService }) => isService);
  const known = new Map<string, boolean>();
  return {
    look() {
      for (const platform of services) {
        const { name } = platform;
        const isUp = platform.isReachable();
        if (known.get(name) === isUp) continue;
        known.set(name, isUp);
        say(isUp ? `${name} is up.` : `${name} cannot be reached: it is tried again and again.`);
      }
    },
  };
}
