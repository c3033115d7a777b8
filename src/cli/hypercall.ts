import { nearest } from '../chat/nearest.ts';
import type { DeadLetter } from '../jobs/dead-letters.ts';
import { createJobs } from '../jobs/jobs.ts';
import { describeSettings } from '../settings/describe-settings.ts';
import { makeConnection } from '../store/connection.ts';
import { ownerOf } from '../store/server/private-redis.ts';
import { backup, restoreFile } from './backup.ts';
import { auditOrder, type Printed, verifyOrder } from './books.ts';
import { deckQuality } from './deck-quality.ts';
import { deckRulings } from './deck-rulings.ts';
import { cardsInWords, openDecks } from './decks.ts';
import { DISCORD_USAGE, discordOrder } from './discord.ts';
import { findRedis } from './redis.ts';
import { Sentence, sentenceOf } from './sentence.ts';
import { readSettings } from './settings.ts';
import { slackOrder } from './slack.ts';

const USAGE = `Usage: npm run hypercall -- <command>

  settings                      print the settings in force and where each comes from
  deck reload                   check the decks and let the running bot load them
  deck quality [--csv|--json]   what the answers of all communities say of each card
  deck rulings [--patch]        what organisers ruled right, as additions to the cards or for git apply
  slack manifest [address]      print the manifest of the Slack app, for Socket Mode or for HTTP at an address
  slack doctor                  look at Slack's tokens, scopes, socket and clock
  dead-letters                  list the jobs that failed for good, with the reason
  dead-letters replay <id|all>  run them again
  verify [--repair] [--json]    hold streaks, boards and counters against the answer log
  audit <community>             print what organisers and the bot itself changed
  backup > <file>               write everything that is kept; the bot may run
  restore <file>                read it back into an empty Redis; the bot must not run
${DISCORD_USAGE}`;

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<string | Printed>>> =
  {
    settings: async () => describeSettings(readSettings(process.env)),
    deck: deckOrder,
    'dead-letters': deadLetters,
    backup,
    discord: async (words) => discordOrder(readSettings(process.env), words),
    restore: restoreFile,
    slack: slackOrder,
    verify: verifyOrder,
    audit: auditOrder,
    help: async () => USAGE,
  };

async function deckOrder([order, ...words]: readonly string[]): Promise<string> {
  if (order === 'quality') return deckQuality(words);
  if (order === 'rulings') return deckRulings(words);
  if (order !== 'reload') {
    throw new Sentence('Write `deck reload`, `deck quality` or `deck rulings`.');
  }
  const settings = readSettings(process.env);
  const decks = await openDecks(settings.content);
  const pid = await ownerOf(settings.folder);
  if (pid === null) {
    return `The decks are good (${cardsInWords(decks)}). No bot runs on ${settings.folder}: the next start loads them.\n`;
  }
  process.kill(pid, 'SIGHUP');
  return `The decks are good (${cardsInWords(decks)}). Process ${pid} loads them now.\n`;
}

async function deadLetters([order, id]: readonly string[]): Promise<string> {
  if (order !== undefined && (order !== 'replay' || id === undefined)) {
    throw new Sentence(
      'Write `dead-letters`, `dead-letters replay <id>` or `dead-letters replay all`.',
    );
  }
  const settings = readSettings(process.env);
  const redis = await findRedis(settings, (line) => void process.stderr.write(`${line}\n`));
  const producer = makeConnection(redis.target, 'ask');
  await producer.connect();
  const jobs = createJobs({
    connect: () => producer,
    prefix: settings.redis.prefix,
    report: () => {},
  });
  try {
    if (id === undefined) return listed(await jobs.deadLetters.list());
    const replayed = await jobs.deadLetters.replay(id);
    if (replayed === 0 && id !== 'all') {
      throw new Sentence(`There is no dead letter ${id}: \`dead-letters\` lists them.`);
    }
    return `${replayed} ${replayed === 1 ? 'job runs' : 'jobs run'} again.\n`;
  } finally {
    await jobs.stop();
    await redis.stop();
  }
}

function listed(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return 'No job failed for good.\n';
  return letters
    .map(({ id, reason, attempts, failedAt, summary }) => {
      const when = new Date(failedAt).toISOString();
      return `${id}\n  ${summary}\n  failed ${when} after ${attempts} attempts: ${reason}\n`;
    })
    .join('');
}

async function main([name = 'help', ...words]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const meant = nearest(name, Object.keys(COMMANDS));
    process.stderr.write(
      `There is no command ${name}.${meant ? ` Did you mean ${meant}?` : ''}\n${USAGE}`,
    );
    return 1;
  }
  try {
    const printed = await command(words);
    const { text, code } = typeof printed === 'string' ? { text: printed, code: 0 } : printed;
    process.stdout.write(text);
    return code;
  } catch (cause) {
    process.stderr.write(`${sentenceOf(cause)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
