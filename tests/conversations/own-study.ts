import { plainText } from '../../src/chat/plain.ts';
import type { Reply, View } from '../../src/chat/view.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import type { StudyGroup } from './study-group.ts';

/** The view of a reply that gives one. */
function viewOf(reply: Reply): View {
  if (reply.kind !== 'view') throw new Error(`a reply of kind ${reply.kind} shows nothing`);
  return reply.view;
}

export const read = (view: View): string => plainText(view, { member: (id) => id });

/** Presses a button of a view by its label. */
export async function pressed(member: Member, view: View, label: string): Promise<View> {
  const action = view.actions.find((each) => each.label === label);
  if (!action) throw new Error(`${view.title} has no button ${label}`);
  return viewOf(await member.presses(action.press));
}

/** Answers a private question in words, and gives the verdict. */
export async function answered(member: Member, view: View, typed: string): Promise<View> {
  await member.answers(view, typed);
  return member.next();
}

/** A command that shows a view. */
export const typed = async (member: Member, line: string): Promise<View> =>
  viewOf(await member.types(line));

/** Ada takes a solo quiz of all cards and gets the same answer wrong or right every time. */
export async function soloQuiz(group: StudyGroup, member: Member, answer: string): Promise<View> {
  let view = await typed(member, '/quiz solo count=30');
  for (let asked = 0; view.ask && asked < group.cards.length; asked++) {
    view = await pressed(member, await answered(member, view, answer), 'Next question');
  }
  return view;
}

const letterIn = (items: readonly string[], wanted: string): string =>
  'ABCD'.charAt(items.indexOf(wanted));

/** What answers a question about a card of `small-deck.ts` that is no flash card. */
export function rightAnswer({ ask }: View): string {
  switch (ask?.kind) {
    case 'picks': {
      if (ask.picks === 'one') return ask.options.includes('False') ? 'false' : 'right one';
      const right = ask.options.filter((option) => option.startsWith('right'));
      return right.map((option) => letterIn(ask.options, option)).join(' ');
    }
    case 'marks':
      return ask.statements.map((text) => text.charAt(0)).join(' ');
    case 'order': {
      const order = ['first', 'second', 'third', 'fourth'];
      return order.map((item) => letterIn(ask.items, item)).join(' ');
    }
    case 'match':
      return ask.lefts.map((left) => letterIn(ask.rights, left.replace('left', 'right'))).join(' ');
    case 'texts':
      return WORDS[ask.asks];
    default:
      return '';
  }
}

const WORDS = {
  words: 'VMCS',
  number: '31.25 ms',
  gaps: 'guest; hypervisor',
  sentences: 'fidelity, performance and safety',
};
