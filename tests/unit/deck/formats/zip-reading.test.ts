import { Inflate, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { zipContent, zipEntries } from '../../../../src/deck/formats/zip-reading.ts';
import { packageOf } from './packages.ts';

const MIB = 1024 * 1024;
const DAMAGED = { kind: 'refused', reason: 'a file in the zip is damaged; export it again' };

async function only(zip: Uint8Array) {
  const listing = zipEntries(zip);
  const [entry] = listing.kind === 'entries' ? listing.entries : [];
  if (!entry) throw new Error('no entry');
  return { entry, content: await zipContent(zip, entry) };
}

/** The zip with one of its numbers changed: in its directory at `place` behind the first signature. */
function doctored(zip: Uint8Array, signature: number, place: number, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  let at = copy.length - 4;
  while (view.getUint32(at, true) !== signature) at -= 1;
  view.setUint32(at + place, value, true);
  return copy;
}

const ENTRY = 0x02014b50;

describe('a zip', () => {
  it.each([0, 6] as const)('gives its files at level %i', async (level) => {
    const bytes = new Uint8Array(200_000).map((_, at) => at % 251);
    const { content } = await only(zipSync({ 'a.bin': [bytes, { level }] }));
    expect(content).toEqual({ kind: 'bytes', bytes });
  });

  it('gives an empty file', async () => {
    expect((await only(packageOf({ a: '' }))).content).toEqual({
      kind: 'bytes',
      bytes: new Uint8Array(),
    });
  });

  it('is refused with more than 5,000 files', () => {
    const files = Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`${at}`, '']));
    expect(zipEntries(packageOf(files))).toEqual({
      kind: 'refused',
      reason: 'the zip holds more than 5000 files; export it without media',
    });
  });

  it('is refused where it says that more than 100 MiB are in a file', async () => {
    const zip = doctored(packageOf({ a: 'x' }), ENTRY, 24, 101 * MIB);
    expect((await only(zip)).content).toEqual({
      kind: 'refused',
      reason: 'the zip holds more than 100 MiB; export it without media',
    });
  });

  it('is not inflated further than it says, however much would come out', async () => {
    const bomb = packageOf({ a: new Uint8Array(64 * MIB) });
    const push = vi.spyOn(Inflate.prototype, 'push');
    expect((await only(doctored(bomb, ENTRY, 24, 1000))).content).toEqual(DAMAGED);
    expect(bomb.length).toBeGreaterThan(3 * 16 * 1024);
    expect(push).toHaveBeenCalledTimes(1);
    push.mockRestore();
  });

  it.each([
    ['less in it than it says', 24, 6],
    ['data that is cut off', 20, 3],
    ['more data than the zip has', 20, 100_000],
    ['no file where the directory says', 42, 1],
    ['a place behind its end', 42, 0x7fffffff],
  ])('is refused with %s', async (_, place, value) => {
    const zip = doctored(packageOf({ a: 'hello' }), ENTRY, place, value);
    expect((await only(zip)).content).toEqual(DAMAGED);
  });

  it.each([
    ['of an unknown method', 10, 14],
    ['with a broken deflate stream', 10, 8],
  ])('is refused with data %s', async (_, place, method) => {
    const stored = zipSync({ a: [new TextEncoder().encode('hello'), { level: 0 }] });
    const view = new DataView(stored.buffer);
    const zip = doctored(stored, ENTRY, place, method | (view.getUint16(10, true) << 16));
    expect((await only(zip)).content).toEqual(DAMAGED);
  });

  it('is refused where its directory is not where it says', () => {
    const zip = doctored(packageOf({ a: 'hello' }), 0x06054b50, 16, 3);
    expect(zipEntries(zip)).toMatchObject({ kind: 'refused' });
  });
});
