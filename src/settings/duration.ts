const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
type Unit = keyof typeof UNITS;

/** `7d`, `6h`, `15m`, `90s` or `500ms` in milliseconds; null for anything else. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,9})\s*(ms|s|m|h|d)$/.exec(text.trim());
  return match ? Number(match[1]) * UNITS[match[2] as Unit] : null;
}

/** The duration in the largest unit that gives a whole number. */
export function formatDuration(milliseconds: number): string {
  const units = (Object.keys(UNITS) as Unit[]).reverse();
  const unit = units.find((name) => milliseconds % UNITS[name] === 0) ?? 'ms';
  return `${milliseconds / UNITS[milliseconds === 0 ? 's' : unit]}${milliseconds === 0 ? 's' : unit}`;
}
