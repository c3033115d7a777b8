import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { channelId, dailyId } from '../../src/core/ids.ts';
import { COMMUNITY, studyGroup } from './study-group.ts';
import { tracesOf } from './traces.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => `@${id}` }) : reply.kind;

const REFUSED =
  'That did not work\nOnly organisers can do that: members who may manage this channel, or whom they appointed.';

describe('/daily organisers', () => {
  it('shows that nobody is appointed, and then who is', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada', true);
    expect(read(await ada.types('/daily organisers'))).toBe(
      'Organisers\nWhoever may manage this channel is an organiser.\nNobody else is: /daily organisers add= appoints a member.',
    );
    expect(read(await ada.types('/daily organisers add=@bob'))).toBe(
      'An organiser more\n@bob can set up and change dailies from now on.',
    );
    await ada.types('/daily organisers add=abe');
    expect(read(await ada.types('/daily organisers'))).toBe(
      'Organisers\nWhoever may manage this channel is an organiser.\nAppointed too:\n- @abe\n- @bob',
    );
  });

  it('X4 gives the rights at once, for commands, forms and buttons, and takes them at once', async () => {
    const group = await studyGroup({});
    const [ada, bob] = [group.member('ada', true), group.member('bob')];
    expect(read(await bob.types('/daily list'))).toBe(REFUSED);
    await ada.types('/daily organisers add=bob');
    const form = await bob.types('/daily setup');
    if (form.kind !== 'form') throw new Error(read(form));
    expect(read(await bob.fills(form.form, { when: 'daily 09:00' }))).toContain('is set up');
    const now = { kind: 'post now', daily: dailyId.of('d1') } as const;
    expect(read(await bob.presses(now))).toContain('on its way');
    await ada.types('/daily organisers remove=bob');
    expect(read(await bob.types('/daily list'))).toBe(REFUSED);
    expect(read(await bob.fills(form.form, {}))).toBe(REFUSED);
    expect(read(await bob.presses(now))).toBe(REFUSED);
  });

  it('lets those who were appointed stop a quiz that others started', async () => {
    const group = await studyGroup({});
    const [ada, bob, cat] = [group.member('ada', true), group.member('bob'), group.member('cat')];
    await cat.types('/quiz start count=2');
    expect(read(await bob.types('/quiz stop'))).toContain('Only who started this quiz');
    await ada.types('/daily organisers add=bob');
    expect(read(await bob.types('/quiz stop'))).toContain('The quiz is stopped');
  });

  it('says so where somebody is appointed already, or never was', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada', true);
    await ada.types('/daily organisers add=bob');
    expect(read(await ada.types('/daily organisers add=bob'))).toBe(
      'That did not work\n@bob is appointed already.',
    );
    expect(read(await ada.types('/daily organisers remove=cat'))).toBe(
      'That did not work\n@cat was not appointed: whoever may manage this channel is an organiser by that.',
    );
  });

  it('refuses whom the platform does not know, what names nobody, and two at a time', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada', true);
    group.recorder.absent.add(group.member('zoe').id);
    expect(read(await ada.types('/daily organisers add=zoe'))).toBe(
      'That did not work\nNobody here is "zoe": name a member of this community.',
    );
    expect(read(await ada.types('/daily organisers add="b o b"'))).toBe(
      'That did not work\nNobody here is "b o b": name a member of this community.',
    );
    expect(read(await ada.types('/daily organisers add=bob remove=cat'))).toBe(
      'That did not work\nOne at a time: name a member after add or after remove.',
    );
  });

  it('lets an appointed member go by themselves, which ends it', async () => {
    const group = await studyGroup({});
    const bob = group.member('bob');
    await group.member('ada', true).types('/daily organisers add=bob');
    expect(read(await bob.types('/daily organisers remove=bob'))).toBe(
      'An organiser fewer\n@bob is an organiser no longer, unless they may manage this channel.',
    );
    expect(read(await bob.types('/daily organisers'))).toBe(REFUSED);
  });

  it('appoints at most fifty', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada', true);
    for (let at = 1; at <= 50; at++) {
      // As fast as a command may be repeated.
      group.clock.moveTo(group.clock.now() + 2_000);
      await ada.types(`/daily organisers add=m${at}`);
    }
    group.clock.moveTo(group.clock.now() + 10_000);
    expect(read(await ada.types('/daily organisers add=m51'))).toBe(
      'That did not work\n50 members are appointed, which is the most: take one off with remove.',
    );
    expect(read(await ada.types('/daily organisers add=m50'))).toContain('is appointed already');
  });

  it('X4 leaves strangers without rights, whatever they were appointed to', async () => {
    const group = await studyGroup({});
    await group.member('ada', true).types('/daily organisers add=eve');
    const channel = channelId.of('study');
    const eve = group.recorder.member('eve', { community: COMMUNITY, channel, stranger: true });
    expect(read(await eve.types('/daily list'))).toBe(REFUSED);
  });

  it('X5 is of one community alone', async () => {
    const group = await studyGroup({});
    await group.member('ada', true).types('/daily organisers add=bob');
    const { store } = group.bot.parts;
    expect(await store.appointed.list(COMMUNITY)).toEqual(['bob']);
    expect(await store.appointed.list('recorder:other' as typeof COMMUNITY)).toEqual([]);
  });

  it('stands in the audit log, with what came of it', async () => {
    const group = await studyGroup({});
    const ada = group.member('ada', true);
    await ada.types('/daily organisers add=bob');
    await ada.types('/daily organisers');
    await ada.types('/daily organisers remove=bob');
    expect(
      read(await ada.types('/daily history'))
        .split('\n')
        .slice(1),
    ).toEqual([
      expect.stringContaining('@ada · /daily organisers remove=bob → An organiser fewer'),
      expect.stringContaining('@ada · /daily organisers add=bob → An organiser more'),
    ]);
  });

  it('X16 is in the export of the appointed, and goes with their erasure', async () => {
    const group = await studyGroup({});
    await group.member('ada', true).types('/daily organisers add=zelda');
    const zelda = group.member('zelda');
    const reply = await zelda.types('/me export');
    const file = reply.kind === 'view' ? reply.view.blocks.find((b) => b.kind === 'file') : null;
    if (file?.kind !== 'file') throw new Error(read(reply));
    expect(JSON.parse(file.text)).toMatchObject({
      appointedOrganiser: true,
      orders: [{ deed: '/daily organisers add=zelda → An organiser more' }],
    });
    const asked = await zelda.types('/me erase');
    const press = asked.kind === 'view' ? asked.view.actions[0]?.press : undefined;
    if (!press) throw new Error(read(asked));
    await zelda.presses(press);
    group.clock.moveTo(group.clock.now() + 120_000);
    await group.settle();
    expect(await tracesOf(group.prefix, 'zelda')).toEqual([]);
    expect(read(await zelda.types('/daily list'))).toBe(REFUSED);
    const history = read(await group.member('ada', true).types('/daily history'));
    expect(history).toContain('/daily organisers add=(erased) → An organiser more');
  });
});
