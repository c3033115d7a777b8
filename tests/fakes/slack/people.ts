import type { Json, OpenView, Posted, User, World } from './world.ts';
import { id, stampAt } from './world.ts';

/** Makes what Slack delivers when somebody does something. */
export function payloads(world: World, origin: () => string) {
  const now = (): number => world.clock.now();

  function trigger(user: User): string {
    const name = `${now()}.${id('1')}.${id('x')}`;
    world.triggers.set(name, { at: now(), user: user.id, team: user.team });
    return name;
  }

  function responseUrl(user: User, channel: string, message: string | null): string {
    const name = id('r');
    const { id: userId, team } = user;
    world.answerables.set(name, { user: userId, team, channel, message, since: now(), uses: 0 });
    return `${origin()}/respond/${name}`;
  }

  const who = (user: User, team: string) => ({
    user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
    team: { id: team, domain: 'group' },
    token: 'deprecated',
    api_app_id: 'A1',
    is_enterprise_install: false,
  });

  return {
    /** @param org the organisation that installed the app for the workspace of the user */
    command(user: User, channel: string, line: string, org: string | null = null): Json {
      const [command = '', ...words] = line.split(' ');
      return {
        command,
        text: words
          .join(' ')
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          // As the manifest asks: a member's name that follows an @ becomes a mention.
          .replace(/@([a-z]+)/g, (typed, name) => {
            const named = [...world.users.values()].find((each) => each.name === name);
            return named ? `<@${named.id}|${name}>` : typed;
          }),
        user_id: user.id,
        user_name: user.name,
        team_id: user.team,
        team_domain: 'group',
        channel_id: channel,
        channel_name: 'study',
        api_app_id: 'A1',
        token: 'deprecated',
        is_enterprise_install: String(org !== null),
        ...(org === null ? {} : { enterprise_id: org, enterprise_name: org }),
        trigger_id: trigger(user),
        response_url: responseUrl(user, channel, null),
      };
    },

    action(user: User, channel: string, message: Posted, action: Json, values: Json): Json {
      return {
        type: 'block_actions',
        ...who(user, message.team),
        container: { type: 'message', message_ts: message.ts, channel_id: channel },
        channel: { id: channel, name: 'study' },
        message: {
          type: 'message',
          ts: message.ts,
          team: message.team,
          text: message.text,
          blocks: message.blocks,
          ...(message.thread === null ? {} : { thread_ts: message.thread }),
        },
        state: { values },
        actions: [{ ...action, action_ts: stampAt(now()) }],
        trigger_id: trigger(user),
        response_url: responseUrl(user, channel, message.ts),
      };
    },

    /** A click in the App Home: no channel, no message, no address to answer to. */
    homeAction(user: User, action: Json, values: Json = {}): Json {
      return {
        type: 'block_actions',
        ...who(user, user.team),
        container: { type: 'view', view_id: 'VHOME' },
        view: { id: 'VHOME', type: 'home', hash: 'h', private_metadata: '', state: { values } },
        actions: [{ ...action, action_ts: stampAt(now()) }],
        trigger_id: trigger(user),
      };
    },

    /** A press in an open form: its view comes with what is filled in so far. */
    formAction(user: User, open: OpenView, action: Json, values: Json): Json {
      return {
        type: 'block_actions',
        ...who(user, open.team),
        container: { type: 'view', view_id: open.id },
        view: { ...open.view, id: open.id, hash: open.hash, team_id: open.team, state: { values } },
        actions: [{ ...action, action_ts: stampAt(now()) }],
        trigger_id: trigger(user),
      };
    },

    submission(user: User, open: OpenView, values: Json): Json {
      return {
        type: 'view_submission',
        ...who(user, open.team),
        trigger_id: trigger(user),
        view: { ...open.view, id: open.id, hash: open.hash, team_id: open.team, state: { values } },
        response_urls: [],
      };
    },

    shortcut(user: User, callback: string, channel: string, message: Posted | null): Json {
      const on = message && {
        channel: { id: channel, name: 'study' },
        message: { type: 'message', ts: message.ts, team: message.team, text: message.text },
        message_ts: message.ts,
        response_url: responseUrl(user, channel, message.ts),
      };
      return {
        type: message ? 'message_action' : 'shortcut',
        ...who(user, user.team),
        callback_id: callback,
        trigger_id: trigger(user),
        action_ts: stampAt(now()),
        ...on,
      };
    },

    event(team: string, event: Json): Json {
      return {
        type: 'event_callback',
        team_id: team,
        api_app_id: 'A1',
        token: 'deprecated',
        event_id: id('Ev'),
        event_time: Math.floor(now() / 1_000),
        authorizations: [
          {
            team_id: team,
            enterprise_id: null,
            user_id: 'UBOT',
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        event,
      };
    },
  };
}
