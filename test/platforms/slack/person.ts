import type { Deliver, Delivered } from './deliver.ts';
import { BOT, next, type Posted, type SharedFile, type State } from './standin.ts';

type Json = Record<string, unknown>;
/** Where someone speaks; nowhere is their conversation with the bot. */
export interface Where {
  readonly channel?: string;
  readonly thread?: string;
}

/** Someone in a workspace. Each act is delivered as Slack would, and is given back as the payload that was, and its end. */
export function person(state: State, deliver: Deliver, user: string, team = 'T1') {
  const own = `D${user}`;
  for (const place of [user, own]) state.grants.places.set(place, team);
  const who = { user: { id: user, username: user, team_id: team }, team: { id: team, domain: 'standin' } };
  const trigger = (): string => {
    const id = next(state, `${user}-`);
    state.triggers.set(id, { at: Date.now(), isUsed: false });
    return id;
  };
  /** A channel is of the workspace of whoever spoke there first. */
  const speakIn = (channel: string): void => {
    if (!state.grants.places.has(channel)) state.grants.places.set(channel, team);
  };
  const responseUrl = (channel: string): string => {
    const path = next(state, '/response/');
    speakIn(channel);
    state.responseUrls.set(path, { uses: 0, isExpired: false, channel, user });
    return `${state.url}${path}`;
  };
  const event = (event: Json): Json => {
    if (typeof event.channel === 'string') speakIn(event.channel);
    return { ...delivered, event_id: next(state, 'Ev'), event: { user, ...event } };
  };
  /** What becomes of the app in the workspace, as Slack tells it: by nobody in particular. */
  const told = (event: Json, at = Date.now()): Json => ({
    ...{ ...delivered, event_id: next(state, 'Ev'), event_time: Math.floor(at / 1000), event },
    authorizations: [],
  });
  const delivered = {
    ...{ type: 'event_callback', team_id: team, api_app_id: 'A1', event_time: 1 },
    authorizations: [{ team_id: team, user_id: BOT, is_bot: true, is_enterprise_install: false }],
  };
  /** Shares a file with a message. Its subtype is that of Slack's own. */
  const sharing = (name: string, octets: Uint8Array, over: Partial<SharedFile>): Json => {
    const id = next(state, 'F0STANDIN');
    state.files.set(id, { name, user, octets, ...over });
    return { subtype: 'file_share', files: [{ id, name, size: octets.length }] };
  };
  const hung = ({ thread }: Where): Json => (thread === undefined ? {} : { thread_ts: thread });

  const payloads = {
    slash: (command: string, text: string, { channel = own }: Where = {}): Json => ({
      ...{ command, text, user_id: user, user_name: user, team_id: team, team_domain: 'standin', channel_id: channel },
      ...{ channel_name: 'a', api_app_id: 'A1', trigger_id: trigger(), response_url: responseUrl(channel), token: 'x' },
    }),
    message: (text: string, where: Where = {}): Json =>
      event({ type: 'message', channel: own, channel_type: 'im', text, ts: '1.1', ...hung(where) }),
    share: (text: string, name: string, octets: Uint8Array, over: Partial<SharedFile> = {}): Json =>
      event({
        ...{ type: 'message', channel: own, channel_type: 'im', text, ts: '1.1', ...sharing(name, octets, over) },
      }),
    mention: (text: string, { channel = 'COPEN', ...where }: Where = {}): Json =>
      event({ type: 'app_mention', channel, text, ts: '1.1', ...hung(where) }),
    uninstalled: (at?: number): Json => told({ type: 'app_uninstalled' }, at),
    revoked: (tokens: Json = { bot: [BOT], oauth: [] }, at?: number): Json =>
      told({ type: 'tokens_revoked', tokens }, at),
    home: (tab = 'home'): Json => event({ type: 'app_home_opened', channel: own, tab, event_ts: '1.1' }),
    shortcut: (text: string, { channel = 'COPEN', ...where }: Where = {}): Json => ({
      ...{ type: 'message_action', callback_id: 'look-up', trigger_id: trigger(), response_url: responseUrl(channel) },
      ...{
        ...who,
        channel: { id: channel, name: 'a' },
        message: { type: 'message', user: 'U9', text, ts: '1.1', ...hung(where) },
      },
    }),
    action: (on: Posted | Json, action: Json, state?: Json): Json => {
      const where = 'ts' in on ? messageOf(on as Posted) : { container: { type: 'view', view_id: 'VHOME' }, view: on };
      const url = 'ts' in on ? { response_url: responseUrl(String(on.channel)) } : {};
      return {
        type: 'block_actions',
        ...who,
        trigger_id: trigger(),
        ...url,
        ...where,
        actions: [action],
        ...(state && { state }),
      };
    },
    submission: (view: Json, words: string): Json => ({
      ...{ type: 'view_submission', ...who, trigger_id: trigger() },
      view: {
        ...view,
        id: next(state, 'V'),
        hash: next(state, 'h'),
        state: { values: { words: { words: { type: 'plain_text_input', value: words } } } },
      },
    }),
  };
  const sending = {
    slash: 'slash',
    message: 'event',
    share: 'event',
    mention: 'event',
    home: 'event',
    uninstalled: 'event',
    revoked: 'event',
    shortcut: 'interactive',
    action: 'interactive',
    submission: 'interactive',
  } as const;
  const send = (kind: keyof typeof sending, payload: Json): Promise<Delivered> => deliver(sending[kind], payload);

  return {
    user,
    payloads,
    send,
    slash: (...given: Parameters<typeof payloads.slash>) => send('slash', payloads.slash(...given)),
    share: (...given: Parameters<typeof payloads.share>) => send('share', payloads.share(...given)),
    say: (...given: Parameters<typeof payloads.message>) => send('message', payloads.message(...given)),
    mention: (...given: Parameters<typeof payloads.mention>) => send('mention', payloads.mention(...given)),
    openHome: () => send('home', payloads.home()),
    shortcut: (...given: Parameters<typeof payloads.shortcut>) => send('shortcut', payloads.shortcut(...given)),
    press: (on: Posted | Json, label: string) => send('action', payloads.action(on, pressed(on, label))),
    choose: (on: Posted | Json, value: string) => send('action', payloads.action(on, chosen(on, value))),
    /** Picks several, then presses the button beside. */
    async gather(on: Posted | Json, values: readonly string[]) {
      const { menu, button } = gathering(on);
      const selected_options = values.map((value) => ({ value }));
      const picked = {
        values: { [String(menu.block_id)]: { [String(menu.action_id)]: { type: menu.type, selected_options } } },
      };
      await send('action', payloads.action(on, { ...menu, selected_options }, picked));
      return send('action', payloads.action(on, button, picked));
    },
    submit: (view: Json, words: string) => {
      if (words.includes('\n') && !JSON.stringify(view).includes('"multiline":true'))
        throw new Error('that field takes one line');
      return send('submission', payloads.submission(view, words));
    },
  };
}
export type Person = ReturnType<typeof person>;

const messageOf = ({ ts, channel, user, thread, blocks }: Posted): Json => ({
  channel: { id: channel, name: 'a' },
  container: {
    type: 'message',
    message_ts: ts,
    channel_id: channel,
    is_ephemeral: user !== undefined,
    ...(thread && { thread_ts: thread }),
  },
  ...(user === undefined && {
    message: {
      ts,
      user: BOT,
      blocks: blocks.map((block, at) => ({ block_id: `b${at}`, ...block })),
      ...(thread && { thread_ts: thread }),
    },
  }),
});

/** Every element that can be used, with the `block_id` that Slack gives its block. */
export const elementsOf = (on: Posted | Json): Json[] =>
  ((on as Json).blocks as Json[]).flatMap(({ type, elements, block_id }, at) =>
    type === 'actions' ? (elements as Json[]).map((element) => ({ ...element, block_id: block_id ?? `b${at}` })) : [],
  );

function pressed(on: Posted | Json, label: string): Json {
  const found = elementsOf(on).find(({ type, text }) => type === 'button' && (text as Json).text === label);
  if (!found)
    throw new Error(
      `no button ${label} among ${elementsOf(on)
        .map(({ text }) => (text as Json)?.text)
        .join(', ')}`,
    );
  return found;
}

function chosen(on: Posted | Json, value: string): Json {
  const found = elementsOf(on).find(({ type }) => type === 'static_select');
  if (!found) throw new Error('no menu');
  return { ...found, selected_option: { text: { type: 'plain_text', text: value }, value } };
}

function gathering(on: Posted | Json): { menu: Json; button: Json } {
  const menu = elementsOf(on).find(({ type }) => type === 'multi_static_select');
  const button = elementsOf(on).find((element) => element.block_id === menu?.block_id && element.type === 'button');
  if (!menu || !button) throw new Error('no menu for several');
  return { menu, button };
}
