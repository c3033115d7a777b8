import * as spec from 'discord-api-spec/zod';
import { array, type ZodMiniType } from 'zod/mini';
import type { Json } from './world.ts';

/** What Discord's own description of its interface says of each body that the bot may send. */
const SCHEMAS: readonly (readonly [string, RegExp, (body: Json) => ZodMiniType | undefined])[] = [
  ['POST', /^\/channels\/\d+\/messages$/, () => spec.MessageCreateRequestSchema],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/, () => spec.MessageEditRequestPartialSchema],
  [
    'POST',
    /^\/channels\/\d+\/messages\/\d+\/threads$/,
    () => spec.CreateTextThreadWithMessageRequestSchema,
  ],
  ['PATCH', /^\/channels\/\d+$/, () => spec.UpdateThreadRequestPartialSchema],
  ['POST', /^\/users\/@me\/channels$/, () => spec.CreatePrivateChannelRequestSchema],
  ['PUT', /\/commands$/, () => array(spec.ApplicationCommandUpdateRequestSchema)],
  ['POST', /^\/interactions\/.*\/callback$/, ({ type }) => CALLBACKS[type]],
  ['POST', /^\/webhooks\/\d+\/[^/]+$/, () => spec.IncomingWebhookRequestPartialSchema],
  ['PATCH', /^\/webhooks\/.*\/@original$/, () => spec.IncomingWebhookUpdateRequestPartialSchema],
];

const CALLBACKS: Readonly<Record<number, ZodMiniType>> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

/** A line for whatever the description does not allow: wrong types, lengths, and fields that it does not know. */
export function specFaults(method: string, path: string, body: Json): string[] {
  if (body === null) return [];
  const [, , schemaOf] = SCHEMAS.find(([m, at]) => m === method && at.test(path)) ?? [];
  const schema = schemaOf?.(body);
  if (!schema) return [`no schema for ${method} ${path}`];
  const given = excused(body);
  const read = schema.safeParse(given);
  if (!read.success) return read.error.issues.flatMap((issue) => issueLines(issue));
  return unknownFields(given, read.data);
}

/** The description calls these rights a number; Discord takes, and gives, a text. */
function excused(body: Json): Json {
  if (!Array.isArray(body)) return body;
  return body.map(({ default_member_permissions: rights, ...command }: Json) => ({
    ...command,
    ...(typeof rights === 'string' ? { default_member_permissions: Number(rights) } : {}),
  }));
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Of a union, the branches of the type that is meant. */
function issueLines({ path, message, errors = [] }: Issue, above = ''): string[] {
  const at = `${above}/${path.map(String).join('/')}`;
  const meant = errors.filter((branch) => !branch.some((issue) => issue.path[0] === 'type'));
  if (meant.length === 0) return [`${at}: ${message}`];
  return meant.flatMap((branch) => branch.flatMap((issue) => issueLines(issue, at)));
}

/** The schemas leave out what they do not know: what is gone from the reading is unknown. */
function unknownFields(given: Json, read: Json, at = ''): string[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!(name in read)) return [`${at}/${name}: unknown`];
    return unknownFields(value, read[name], `${at}/${name}`);
  });
}
