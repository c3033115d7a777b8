import type { types, ViewSubmitAction } from '@slack/bolt';
import type { CommandOption } from '../../chat/commands/command.ts';
import { commandAt } from '../../chat/commands/index.ts';
import type { Locale } from '../../chat/intent.ts';
import { describedIn } from '../../chat/texts/described.ts';
import type { Texts } from '../../chat/texts/index.ts';
import type { Filled } from './deeds.ts';
import { fieldId, INPUT, modal } from './form.ts';
import { LIMITS } from './limits.ts';
import { plain } from './text.ts';

const COMMAND = 'quiz start';
/** Where the channel stands in a submission. */
const CHANNEL = 'channel';

/** Asks for the channel of a quiz, and how it is played: a shortcut from anywhere is done in no channel. */
export function quizModal(circumstances: string, texts: Texts, locale: Locale): types.ModalView {
  const fields = commandAt(COMMAND).options.map((option) => field(option, texts, locale));
  const blocks = [channelField(texts), ...fields];
  return modal(texts.slack.quiz.title, { kind: 'quiz' }, circumstances, blocks, texts);
}

function channelField({ slack }: Texts): types.InputBlock {
  return {
    type: 'input',
    block_id: CHANNEL,
    label: plain(slack.quiz.channel, LIMITS.label),
    element: {
      type: 'conversations_select',
      action_id: INPUT,
      default_to_current_conversation: true,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
  };
}

function field(option: CommandOption, texts: Texts, locale: Locale): types.InputBlock {
  const { name, choices } = option;
  return {
    type: 'input',
    block_id: fieldId(name),
    label: plain(describedIn(option, locale), LIMITS.label),
    optional: true,
    element: choices
      ? {
          type: 'static_select',
          action_id: INPUT,
          placeholder: plain(texts.answerForm.choose, LIMITS.placeholder),
          options: choices.map((choice) => ({
            text: plain(choice, LIMITS.optionText),
            value: choice,
          })),
        }
      : { type: 'plain_text_input', action_id: INPUT, max_length: 200 },
  };
}

/** A filled form as the command that it stands for, in the channel that was chosen. */
export function readQuizForm(
  values: ViewSubmitAction['view']['state']['values'],
  { slack }: Texts,
): Filled {
  const channel = values[CHANNEL]?.[INPUT]?.selected_conversation;
  if (!channel) return { kind: 'faulty', errors: { [CHANNEL]: slack.quiz.channel } };
  const options = commandAt(COMMAND).options.flatMap(({ name }) => {
    const given = values[fieldId(name)]?.[INPUT];
    const value = (given?.selected_option?.value ?? given?.value ?? '').trim();
    return value === '' ? [] : [[name, value] as const];
  });
  const deed = { kind: 'command', command: COMMAND, options: Object.fromEntries(options) } as const;
  return { kind: 'deed', deed, channel };
}
