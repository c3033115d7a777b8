import { quoted } from './words.ts';

/** Who sets the bot up beside those who may manage the channel. */
export const organisersTexts = {
  organisers: {
    title: 'Organisers',
    everybody: 'Whoever may manage this channel is an organiser.',
    alsoAppointed: 'Appointed too:',
    nobody: 'Nobody else is: /daily organisers add= appoints a member.',
    added: 'An organiser more',
    isOne: ' can set up and change dailies from now on.',
    removed: 'An organiser fewer',
    isNone: ' is an organiser no longer, unless they may manage this channel.',
    wasOne: ' is appointed already.',
    wasNone: ' was not appointed: whoever may manage this channel is an organiser by that.',
    unknown: (text: string) => `Nobody here is ${quoted(text)}: name a member of this community.`,
    oneAtATime: 'One at a time: name a member after add or after remove.',
    tooMany: (count: number) =>
      `${count} members are appointed, which is the most: take one off with remove.`,
  },
};
