import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFault } from '../../../src/deck/fault.ts';
import { loadDecks } from '../../../src/deck/load-decks.ts';
import { ABOUT, changed, SINGLE, topicOf } from './written.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hypercall-decks-'));
  await put('good/v/deck.yaml', ABOUT);
  await put('good/v/vmcs.yaml', topicOf(SINGLE));
  await put('good/v/images/vmcs.svg', '<svg/>');
  await put('pictures/v/deck.yaml', ABOUT);
  await put(
    'pictures/v/vmcs.yaml',
    topicOf(shows('rings', 'vmcs-rings'), shows('link', 'vmcs-link')),
  );
  await put('pictures/v/images/rings.svg', '<svg/>');
  await put('secret.svg', '<svg/>');
  await symlink(join(root, 'secret.svg'), join(root, 'pictures/v/images/link.svg'));
  await put('good/v/README.md', 'For authors');
  await put('good/.git/config', '');
  await put('bad/v/deck.yaml', ABOUT);
  await put('bad/v/vmcs.yaml', changed(topicOf(SINGLE), 'key: B', 'key: E'));
  await put('bad/v/exits.yml', topicOf(SINGLE));
  await put('bad/v/latin.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xe4]));
  await put('bad/v/big.yaml', 'x'.repeat(256 * 1024 + 1));
  await mkdir(join(root, 'bad/v/folder.yaml'));
  await mkdir(join(root, 'bad/empty'));
  await mkdir(join(root, 'none'));
});

afterAll(() => rm(root, { recursive: true }));

/** A card that shows the picture. */
function shows(picture: string, id: string): string {
  const card = changed(changed(SINGLE, 'vmcs-fields', id), 'hold?', `hold in ${picture}?`);
  return `${card}    picture: { file: images/${picture}.svg, alt: What the picture shows }\n`;
}

async function put(name: string, content: string | Buffer): Promise<void> {
  const file = join(root, name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
}

async function faultsIn(folder: string): Promise<string[]> {
  const loaded = await loadDecks(join(root, folder));
  return loaded.kind === 'loaded'
    ? []
    : loaded.faults.map((fault) => formatFault(fault).replaceAll(`${root}/`, ''));
}

describe('a folder of decks', () => {
  it('is loaded whole', async () => {
    const loaded = await loadDecks(join(root, 'good'));
    expect(
      loaded.kind === 'loaded' && loaded.decks.list().map(({ id, cards }) => [id, cards.length]),
    ).toEqual([['v', 1]]);
  });

  it('may be that of one deck', async () => {
    expect(await faultsIn('good/v')).toEqual([]);
  });

  it('is refused with the faults of all of its files', async () => {
    expect(await faultsIn('bad')).toEqual([
      'bad/empty: the deck has no topic; write its cards into <topic>.yaml',
      'bad/empty/deck.yaml: the file is missing: write title, description and language into it',
      'bad/v/big.yaml: the file is larger than 256 KiB; split the topic in two',
      'bad/v/exits.yml: rename the file to end in .yaml',
      'bad/v/folder.yaml: the file cannot be read (EISDIR); check its rights',
      'bad/v/latin.yaml: the file is not UTF-8; save it in that encoding',
      'bad/v/vmcs.yaml:14 vmcs-fields: key E is not among the options A–D',
    ]);
  });

  it('holds its pictures, of which none points out of it', async () => {
    expect(await faultsIn('pictures')).toEqual([
      'pictures/v/vmcs.yaml:39 vmcs-link: picture file images/link.svg is not in the folder of the deck; draw it there or check the name',
    ]);
  });

  it('has a deck', async () => {
    expect(await faultsIn('none')).toEqual([
      'none: there is no deck here; make a folder with deck.yaml and a file for each topic',
    ]);
  });

  it('is there', async () => {
    expect(await faultsIn('nowhere')).toEqual([
      'nowhere: the folder cannot be read (ENOENT); check its path and rights',
    ]);
  });
});

describe('npm run deck', () => {
  const run = async (...args: string[]): Promise<[number, string]> => {
    const command = ['--import', 'tsx', 'src/cli/deck.ts', ...args];
    const ran = await promisify(execFile)(process.execPath, command).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (fault: { code: number; stdout: string }) => fault,
    );
    return [ran.code, ran.stdout.replaceAll(`${root}/`, '')];
  };

  it('checks a folder', async () => {
    const [code, text] = await run('check', join(root, 'good'));
    expect([code, text.split('\n')[0]]).toEqual([0, '1 card in 1 topic, 0 faults']);
  });

  it('fails where a deck is faulty', async () => {
    const [code, text] = await run('check', join(root, 'bad'), '--json');
    expect([code, JSON.parse(text).faults.length]).toEqual([1, 7]);
  });

  it('helps who mistypes', async () => {
    const firstLine = async (...args: string[]): Promise<[number, string | undefined]> => {
      const [code, text] = await run(...args);
      return [code, text.split('\n')[0]];
    };
    expect(await firstLine('chekc')).toEqual([
      2,
      'There is no deck command "chekc". Did you mean check?',
    ]);
    expect(await firstLine('check', '--jsn')).toEqual([
      2,
      'There is no option --jsn. Did you mean --json?',
    ]);
  });
});
