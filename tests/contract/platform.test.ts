import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { View } from '../../src/chat/view.ts';
import { channelId, communityId, memberId } from '../../src/core/ids.ts';
import type { Zone } from '../../src/core/schedule.ts';
import { recorderPlatform } from '../../src/platforms/recorder/index.ts';
import { STUDY, terminalPlatform } from '../../src/platforms/terminal/index.ts';
import { describePlatform, type PlatformHarness } from './platform.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 8, 0) };

describePlatform('recorder', async (): Promise<PlatformHarness> => {
  const platform = recorderPlatform({ clock });
  const place = { community: communityId.of('recorder:a'), channel: channelId.of('study') };
  const members = new Map(
    ['ada', 'bob'].map((name) => [
      name,
      platform.member(name, { ...place, organiser: name === 'ada' }),
    ]),
  );
  const member = (name: string) => members.get(name) ?? platform.member(name, place);
  return {
    platform,
    place,
    type: async (name, line) => void (await member(name).types(line)),
    press: async (name, press) => void (await member(name).presses(press)),
    fill: async (name, form, values) => void (await member(name).fills(form, values)),
    async shown(message) {
      const { messages } = platform.channel(place);
      return textOf(messages.find(({ address }) => address === message)?.view);
    },
    heard: async (name) => member(name).hears().map(textOf),
    close: () => platform.stop(),
  };
});

describePlatform('terminal', async (): Promise<PlatformHarness> => {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-'));
  const input = new PassThrough();
  const output = new PassThrough();
  let text = '';
  output.on('data', (chunk) => {
    text += chunk;
  });
  const platform = terminalPlatform({
    input,
    output,
    isTty: false,
    color: false,
    columns: () => 80,
    folder,
    clock,
    zone: 'Europe/Zurich' as Zone,
    locale: 'en',
    self: memberId.of('ada'),
    advance: null,
    settled: async () => {},
    ready: Promise.resolve(),
    onLeave: () => {},
  });
  let keyboard = 'ada';
  const become = (name: string) => {
    if (name !== keyboard) input.write(`/as ${name}\n`);
    keyboard = name;
  };
  return {
    platform,
    place: STUDY,
    async type(name, line) {
      become(name);
      input.write(`${line}\n`);
    },
    async press(name, press) {
      const view = { ...BARE, actions: [{ label: 'Press', press }] };
      await platform.post(STUDY, view, 'a-button', new AbortController().signal);
      become(name);
      input.write('#1\n');
    },
    async fill(name, form, values) {
      become(name);
      input.write(form.fields.map((field) => `${values[field.name] ?? ''}\n`).join(''));
    },
    async shown(message) {
      const lines = (await readFile(join(folder, 'terminal.jsonl'), 'utf8')).trim().split('\n');
      const records = lines.map((line) => JSON.parse(line));
      return textOf(records.findLast(({ number }) => String(number) === message)?.view);
    },
    async heard(name) {
      const mark = name === keyboard ? 'only you see this' : `seen by ${name} only`;
      return text.split('\n\n').filter((block) => block.includes(mark));
    },
    async close() {
      await platform.stop();
      await rm(folder, { recursive: true });
    },
  };
});

const BARE: View = {
  tone: 'news',
  title: 'Here',
  blocks: [],
  ask: null,
  actions: [],
  footer: null,
};

/** Enough to find a word in. */
function textOf(view: View | undefined): string {
  return JSON.stringify(view ?? null);
}
