import { createInterface } from 'node:readline';
import { textsIn } from './block-rules.ts';
import { type FakeSlack, fakeSlack } from './index.ts';
import { type Member, memberIn } from './member.ts';
import type { Channel, Json } from './world.ts';

const TEAM = 'T0GROUP';
const PORT = Number(process.argv[2] ?? 4390);

const HELP = `Type what a member would do:
  /daily setup          a command; a form that opens is shown
  B                     presses the button or the option of this name
  tick 0 2              ticks boxes by number and sends them
  fill at=10:30         fills in the open form: a field's name or place-0, with ; between them
  as bob                becomes another member (ada administers the workspace)
  shortcut quiz         chooses a shortcut: quiz from anywhere, explain on the latest message
  fill channel=#study   chooses the channel in a form
  preview when=daily 10:30    shows in the open form when it would ask
  home                  opens the App Home
  home B                presses what stands there
`;

/** A Slack on this machine to try the bot with: prints what to set, and plays a member by typed lines. */
const fake = await fakeSlack({ now: () => Date.now() }, PORT);
const botToken = fake.install(TEAM);
const members = new Map<string, Member>();
const ada = fake.user(TEAM, 'ada', { is_admin: true });
const channel = fake.channel(TEAM, ada);
members.set('ada', memberIn(fake, ada, channel));
let name = 'ada';
let shown = 0;

process.stdout.write(`A Slack on loopback. Start the bot in another terminal:

SLACK_API_URL=${fake.apiUrl} SLACK_BOT_TOKEN=${botToken} SLACK_APP_TOKEN=${fake.world.appToken} npm start

${HELP}`);

const seen = new WeakMap<object, number>();
const print = (mark: string, blocks: readonly Json[], text: string): void => {
  shown += 1;
  process.stdout.write(`\n[${shown}] ${mark}\n${text}\n${choicesIn(blocks)}`);
};

const changed = fake.world.changed;
fake.world.changed = () => {
  changed();
  showNew(fake, channel);
};

function showNew({ world }: FakeSlack, { messages }: Channel): void {
  for (const message of messages) {
    if (seen.get(message) === message.edits) continue;
    seen.set(message, message.edits);
    print(message.edits > 0 ? '#study, changed' : '#study', message.blocks, message.text);
  }
  for (const whisper of world.whispers) {
    if (seen.has(whisper)) continue;
    seen.set(whisper, 0);
    const to = world.users.get(whisper.user)?.name ?? whisper.user;
    print(`only ${to} sees this`, whisper.blocks, whisper.text);
  }
  for (const open of world.views) {
    if (seen.has(open)) continue;
    seen.set(open, 0);
    print('a form', [], (open.view['blocks'] as Json[]).map(lineOf).join('\n'));
  }
}

/** A field by its name, anything else by its words. */
function lineOf({ type, block_id, ...block }: Json): string {
  if (type === 'input') return `  ${String(block_id).replace('field-', '')}=…`;
  return textsIn(block).join('\n');
}

function choicesIn(blocks: readonly Json[]): string {
  const labels = blocks
    .flatMap(({ elements }) => (elements ?? []) as Json[])
    .flatMap(({ text }) => (text as Json | undefined)?.['text'] ?? []);
  return labels.length > 0 ? `  [${labels.join('] [')}]\n` : '';
}

function become(next: string): Member {
  name = next;
  const member = members.get(next) ?? memberIn(fake, fake.user(TEAM, next), channel);
  members.set(next, member);
  return member;
}

async function does(line: string): Promise<unknown> {
  const member = become(name);
  const [word = '', ...rest] = line.trim().split(/\s+/);
  if (line.startsWith('/')) return member.types(line.trim());
  if (word === 'as') return become(rest[0] ?? 'ada').user.name;
  if (word === 'tick') return member.ticks(rest);
  if (word === 'fill') return member.fills(fieldsIn(line.trim().slice('fill'.length)));
  if (word === 'shortcut') return choose(member, rest.join(' '));
  if (word === 'preview') return member.previews(fieldsIn(line.trim().slice('preview'.length)));
  if (word === 'home' && rest.length > 0) return member.pressesAtHome(rest.join(' '));
  if (word === 'home') return openHome(member);
  return word === '' ? '' : member.presses(line.trim());
}

function choose(member: Member, shortcut: string): Promise<unknown> {
  const isGlobal = fake.world.app.shortcuts.get(shortcut) === 'global';
  return isGlobal ? member.reaches(shortcut) : member.chooses(shortcut);
}

function fieldsIn(text: string): Record<string, string> {
  const pairs = text.split(';').map((part) => part.trim().split('='));
  return Object.fromEntries(
    pairs.map(([field = '', ...value]) => [field, value.join('=').replace('#study', channel.id)]),
  );
}

async function openHome({ user }: Member): Promise<void> {
  const event = { type: 'app_home_opened', user: user.id, tab: 'home', channel: 'D1' };
  await fake.deliver('events_api', fake.pay.event(TEAM, event));
  await fake.until('the App Home', () => fake.world.homes.has(user.id));
  const { blocks = [] } = (fake.world.homes.get(user.id) ?? {}) as { blocks?: readonly Json[] };
  process.stdout.write(`${blocks.map(lineOf).join('\n')}\n`);
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await does(line).catch((cause: Error) => `${cause.message}\n${HELP}`);
  if (answer === null) process.stdout.write('No bot acknowledged that: is it running?\n');
  else if (typeof answer === 'string') process.stdout.write(`${answer}\n`);
}
await fake.close();
