import { commandsOn } from '../../chat/commands/index.ts';
import { ownFamilies, UMBRELLA } from './command-names.ts';
import { SCOPES } from './scopes.ts';
import { shortcuts } from './shortcuts.ts';

export interface ManifestOptions {
  readonly prefix: string;
  /** Where Slack's requests arrive, up to the path; null for Socket Mode. */
  readonly address: string | null;
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  daily: "The daily question of this channel: set up, change, pause, and today's at once",
  quiz: 'Start, stop or skip a quiz',
  me: 'Your figures, reminders and data',
  [UMBRELLA]: 'Every command of Hypercall, such as /hypercall streak',
};

/** The manifest from which the Slack app is made, as YAML: it asks for nothing that is not used. */
export function manifest({ prefix, address }: ManifestOptions): string {
  const url = address === null ? null : `${address.replace(/\/$/, '')}/slack/events`;
  const entries = shortcutEntries();
  const app = {
    display_information: {
      name: 'Hypercall',
      description:
        'One question every study day: answer in private, keep your streak, meet the others.',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'Hypercall', always_online: true },
      ...(entries.length > 0 ? { shortcuts: entries } : {}),
      slash_commands: slashCommands(prefix, url),
    },
    oauth_config: {
      ...(address === null
        ? {}
        : { redirect_urls: [`${address.replace(/\/$/, '')}/slack/oauth_redirect`] }),
      scopes: { bot: Object.keys(SCOPES) },
    },
    settings: {
      event_subscriptions: {
        ...(url === null ? {} : { request_url: url }),
        bot_events: ['app_home_opened', 'app_uninstalled', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true, ...(url === null ? {} : { request_url: url }) },
      // A token for a whole organisation comes by OAuth, which needs an address.
      org_deploy_enabled: address !== null,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
  return `${HEAD}\n${yaml(app, 0)}`;
}

const HEAD =
  '# The Slack app, made from the command catalogue: npm run -s hypercall -- slack manifest > config/slack-manifest.yaml';

function slashCommands(prefix: string, url: string | null): object[] {
  return [...ownFamilies(prefix), UMBRELLA].map((name) => ({
    command: `/${name === UMBRELLA ? name : prefix + name}`,
    ...(url === null ? {} : { url }),
    description: DESCRIPTIONS[name] ?? descriptionOf(name),
    ...hintFor(name),
    // So a member who is mentioned comes as an id, `<@U123|ada>`: names say nothing in Slack.
    should_escape: true,
  }));
}

function descriptionOf(name: string): string {
  return commandsOn('slack').find(({ path }) => path === name)?.description.en ?? name;
}

/** The words that can follow: those of its family, or its options. */
function hintFor(name: string): { readonly usage_hint?: string } {
  const hint = wordsAfter(name);
  return hint === '' ? {} : { usage_hint: hint };
}

function wordsAfter(name: string): string {
  const known = commandsOn('slack');
  if (name === UMBRELLA)
    return [...new Set(known.map(({ path }) => path.split(' ')[0]))].join(' | ');
  const parts = known.filter(({ path }) => path.startsWith(`${name} `));
  if (parts.length > 0) return parts.map(({ path }) => path.split(' ')[1]).join(' | ');
  const options = known.find(({ path }) => path === name)?.options ?? [];
  return options.map((option) => `[${option.choices?.join(' | ') ?? option.name}]`).join(' ');
}

function shortcutEntries(): object[] {
  return shortcuts().map(({ id, name, type }) => ({
    name,
    type,
    callback_id: id,
    description: name,
  }));
}

/** Mappings, lists, texts and truth values; texts are quoted, so that nothing in them is taken for YAML. */
function yaml(value: object, indent: number): string {
  const pad = ' '.repeat(indent);
  return Object.entries(value)
    .map(([key, item]) => `${pad}${key}:${entry(item, indent)}`)
    .join('');
}

function entry(item: unknown, indent: number): string {
  if (Array.isArray(item)) return `\n${item.map((each) => listed(each, indent + 2)).join('')}`;
  if (typeof item === 'object' && item !== null) return `\n${yaml(item, indent + 2)}`;
  return ` ${JSON.stringify(item)}\n`;
}

function listed(item: unknown, indent: number): string {
  const pad = ' '.repeat(indent);
  if (typeof item !== 'object' || item === null) return `${pad}- ${JSON.stringify(item)}\n`;
  return `${pad}- ${yaml(item, indent + 2).trimStart()}`;
}
