import { expect, it } from 'vitest';
import type { Member } from '../fakes/slack/member.ts';
import { type SlackGroup, slackGroup } from './slack-group.ts';
import { otherKinds, several } from './small-deck.ts';

/** Eva reads Slack in German, and administers the workspace. */
async function withEva(cards: Parameters<typeof slackGroup>[0]['cards']): Promise<{
  readonly group: SlackGroup;
  readonly eva: Member;
}> {
  const group = await slackGroup(cards ? { cards } : {});
  const eva = group.member('eva');
  const flags = { is_admin: true, locale: 'de-CH' };
  group.fake.world.users.set(eva.user.id, { ...eva.user, flags });
  return { group, eva };
}

/** The same, with a question that has just been asked. */
async function asked(card: (typeof otherKinds)[keyof typeof otherKinds] | typeof several) {
  const found = await withEva([card]);
  await found.eva.types('/daily setup 09:00 daily UTC virtualization');
  await found.eva.heard('eingerichtet');
  await found.group.at('2026-11-23 09:00');
  return found;
}

it('a member whose Slack is German reads forms and their mistakes in German', async () => {
  const { eva } = await asked(otherKinds.gap);
  await eva.presses('Answer');
  const { view } = await eva.form();
  expect(JSON.stringify(view)).toContain('Deine Antwort');
  const refused = await eva.fills({ 'place-0': 'guest', 'place-1': '' });
  expect(JSON.stringify(refused?.payload)).toContain('Schreib');
  await eva.fills({ 'place-0': 'guest', 'place-1': 'VMM' });
  await eva.heard('Richtig');
});

it('reads in German that nothing is ticked, and that a form came too late', async () => {
  const { group, eva } = await asked(several);
  await eva.ticks([]);
  await eva.heard('angekreuzt');
  group.fake.failNext('views.open', { kind: 'refused', code: 'expired_trigger_id' });
  await eva.types('/daily setup');
  await eva.heard('noch einmal');
});

it('sees the form of a daily, its preview, and the words about an invitation in German', async () => {
  const { group, eva } = await withEva(undefined);
  group.channel.hasBot = false;
  await eva.types('/daily setup');
  const { view, hash } = await eva.form();
  expect(JSON.stringify(view)).toContain('Die nächsten fünf zeigen');
  expect(JSON.stringify(view)).toContain('noch nicht in diesem Kanal');
  await eva.previews({ when: 'mondays 10:30', zone: 'Europe/Zurich' });
  await group.fake.until('the preview', () => group.fake.world.views.at(-1)?.hash !== hash);
  expect(JSON.stringify(group.fake.world.views.at(-1)?.view)).toContain('Wenn du');
});

it('reads questions shown to them alone with German buttons, and the App Home in German', async () => {
  const { eva } = await asked(otherKinds.gap);
  await eva.types('/today');
  await eva.heard('"Antworten"');
  const home = await eva.opensHome();
  expect(home).toContain('Erinnerungen sind aus');
  expect(home).toContain('Frag mich ab');
});

it('reads in German what the commands do, by the names that are typed', async () => {
  const { eva } = await withEva(undefined);
  await eva.types('/hypercall help');
  await eva.heard('Richte in diesem Kanal eine tägliche Frage ein');
  expect(eva.hears().join()).toContain('/hypercall review');
});

it('the quiz form asks in German', async () => {
  const { eva } = await withEva(undefined);
  await eva.reaches('quiz');
  const { view } = await eva.form();
  expect(JSON.stringify(view)).toContain('In welchem Kanal?');
  expect(JSON.stringify(view)).toContain('Aus welchem Kartensatz');
});

it('reads in German what is wrong with a mistyped command', async () => {
  const { eva } = await withEva(undefined);
  await eva.types('/hypercall stroek');
  await eva.heard('Ein /stroek gibt es nicht. Meinst du /streak?');
  await eva.types('/hypercall me reminders maybe');
  await eva.heard('turn kann on, off sein');
});
