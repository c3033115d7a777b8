import { nodeFaults, within } from './node-checks.ts';
import type { Json } from './world.ts';

/** Every documented limit of a message, and those of our own: each complaint in a line. */
export function messageFaults(body: Json, files: ReadonlyMap<string, number>): string[] {
  const faults: string[] = [];
  const say = (is: boolean, what: string) => is && faults.push(what);
  say(
    JSON.stringify(body.allowed_mentions) !== '{"parse":[]}',
    'allowed_mentions is not {parse: []}',
  );
  const isV2 = ((body.flags ?? 0) & (1 << 15)) !== 0;
  say(!isV2, 'no Components V2 flag');
  say(
    isV2 && (body.content != null || (body.embeds ?? []).length > 0),
    'content beside Components V2',
  );
  say(!Array.isArray(body.components) || body.components.length === 0, 'no components');
  say(typeof body.nonce === 'string' && body.nonce.length > 25, 'a nonce over 25');
  say((body.attachments ?? []).length > 10, 'more than 10 attachments');
  const nodes = nodesOf(body.components ?? []);
  say(nodes.length > 40, `${nodes.length} components`);
  const text = nodes.reduce((sum, node) => sum + (node.type === 10 ? node.content.length : 0), 0);
  say(text > 4_000, `${text} characters of text`);
  const ids = nodes.flatMap((node) => (node.custom_id === undefined ? [] : [node.custom_id]));
  say(new Set(ids).size < ids.length, 'a custom_id twice');
  for (const node of body.components ?? []) faults.push(...nodeFaults(node, 'message', files));
  return faults;
}

export function nodesOf(nodes: readonly Json[]): Json[] {
  return nodes.flatMap((node) => [
    node,
    ...nodesOf(node.components ?? []),
    ...(node.component ? nodesOf([node.component]) : []),
  ]);
}

export function modalFaults(modal: Json): string[] {
  const faults: string[] = [];
  if (!within(modal.title, 1, 45)) faults.push('title 1–45');
  if (!within(modal.custom_id, 1, 100)) faults.push('custom_id 1–100');
  const { components } = modal;
  if (!(components.length >= 1 && components.length <= 5)) faults.push('components 1–5');
  const ids = nodesOf(components).flatMap((node) => node.custom_id ?? []);
  if (new Set(ids).size < ids.length) faults.push('a custom_id twice');
  for (const node of components) faults.push(...nodeFaults(node, 'modal', new Map()));
  return faults;
}
