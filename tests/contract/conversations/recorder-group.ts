import { plainText } from '../../../src/chat/plain.ts';
import type { View } from '../../../src/chat/view.ts';
import { channelId } from '../../../src/core/ids.ts';
import { recorderPlatform } from '../../../src/platforms/recorder/index.ts';
import { COMMUNITY } from '../../conversations/study-group.ts';
import { BEGINNING, type Network, plainWords } from './group.ts';

const PLACE = { community: COMMUNITY, channel: channelId.of('study') };

export async function recorderNetwork(): Promise<Network> {
  let now = BEGINNING;
  const recorder = recorderPlatform({ clock: { now: () => now } });
  const member = (name: string) => recorder.member(name, { ...PLACE, organiser: name === 'ada' });
  const read = (view: View): string => plainWords(plainText(view, { member: (id) => id }));
  const openly = (): readonly View[] => {
    const { messages, replies } = recorder.channel(PLACE);
    return [...replies, ...messages.map(({ view }) => view)];
  };
  return {
    scrolls: false,
    faults: [],
    person(name) {
      const person = member(name);
      return {
        types: async (line) => void (await person.types(line)),
        async presses(label) {
          const actions = [...openly(), ...person.hears()].flatMap((view) => view.actions);
          const action = actions.findLast((each) => each.label === label);
          if (!action) throw new Error(`${name} sees no button ${label}`);
          await person.presses(action.press);
        },
        answers: async (words) => void (await person.picks(words)),
        async answersAlone(words) {
          const asked = person.hears().findLast(({ ask }) => ask);
          if (!asked) throw new Error(`Nobody asked ${name} anything`);
          await person.answers(asked, words);
        },
      };
    },
    told: (name) =>
      member(name)
        .hears()
        .map((view, at) => ({ id: `${name} ${at}`, text: read(view) })),
    channel: () => openly().map(read),
    async until(what, look) {
      await recorder.until(what, () => look() !== undefined);
      const found = look();
      if (found === undefined) throw new Error(`Lost again: ${what}`);
      return found;
    },
    bot: () => ({ platforms: [recorder] }),
    runs: () => {},
    moves(to) {
      now = to;
    },
  };
}
