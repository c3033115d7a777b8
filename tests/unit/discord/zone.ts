import { parseZone, type Zone } from '../../../src/core/schedule.ts';

export const zoneOf = (name: string): Zone => parseZone(name) as Zone;
