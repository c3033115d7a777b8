import { z } from 'zod';
import { settingsSchema } from './schema.ts';

/** The JSON Schema of the settings file, for editors. */
export function settingsJsonSchema(): object {
  return z.toJSONSchema(settingsSchema, { io: 'input', target: 'draft-7' });
}
