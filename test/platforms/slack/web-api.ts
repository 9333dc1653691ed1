import type { IncomingMessage } from 'node:http';
import { checkMessage, checkView, pingsIn, type Refusal } from './check-message.ts';
import { lacking, list, refuse, showChannel, whyClosed } from './conversations.ts';
import { answerAccess, misplaced, personOf } from './oauth.ts';
import { APP_TOKEN, BOT, BOT_TOKEN, next, post, type State } from './standin.ts';
import { completeUpload, offerUpload, refusedPictures } from './uploads.ts';

type Json = Record<string, unknown>;
export type Answer = Json & { readonly status?: number };

/** Carries a call of the Web API out, or refuses it as Slack would. */
export function answerMethod(state: State, method: string, body: Json, request: IncomingMessage): Answer {
  if (method === 'oauth.v2.access') return orRefused(state, method, answerAccess(state, body));
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  if (token === undefined) return refuse(state, method, 'not_authed');
  const team = state.grants.tokens.get(token);
  const wanted = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
  if (team === undefined && token !== wanted) return refuse(state, method, 'invalid_auth');
  if (state.grants.revoked.has(token)) return refuse(state, method, 'token_revoked');
  const wrong = team === undefined ? undefined : misplaced(state, team, body);
  if (wrong !== undefined) return refuse(state, method, wrong);
  const work = METHODS[method];
  return work ? work(state, body, method, team) : refuse(state, method, 'unknown_method');
}

const orRefused = (state: State, method: string, answer: Json): Answer =>
  answer.ok === true ? answer : refuse(state, method, String(answer.error));

const METHODS: Record<string, (state: State, body: Json, method: string, team?: string) => Answer> = {
  'auth.test': (_state, _body, _method, team = 'T1') => ({
    ok: true,
    url: 'https://standin.example/',
    team: 'Standin',
    team_id: team,
    user_id: BOT,
    bot_id: 'BBOT',
  }),
  'apps.connections.open': ({ url, sockets }) => ({ ok: true, url: sockets.ticket(url) }),
  'chat.postMessage': (state, body, method, team) => say(state, body, method, { team }),
  'chat.postEphemeral': (state, body, method, team) =>
    typeof body.user === 'string'
      ? say(state, body, method, { team, user: body.user })
      : refuse(state, method, 'user_not_in_channel'),
  'chat.update'(state, body, method) {
    const at = state.messages.findIndex(
      ({ ts, channel, user }) => ts === body.ts && channel === body.channel && user === undefined,
    );
    const old = state.messages[at];
    if (!old) return refuse(state, method, 'message_not_found');
    const refusal = checkMessage(body);
    if (refusal) return refuseFor(state, method, refusal);
    state.pings.push(...pingsIn(body));
    state.messages[at] = { ...old, text: String(body.text ?? ''), blocks: (body.blocks ?? []) as Json[] };
    return { ok: true, ts: old.ts };
  },
  'users.info': ({ admins }, { user }) => ({
    ok: true,
    user: { id: user, team_id: 'T1', is_admin: admins.has(String(user)), is_owner: false },
  }),
  'files.info'(state, { file: id }, method) {
    if (!state.scopes.includes('files:read')) return lacking(state, method, 'files:read');
    const file = state.files.get(String(id));
    if (!file) return refuse(state, method, 'file_not_found');
    const { name, user, octets, elsewhere } = file;
    const url_private = elsewhere ?? `${state.url}/files-pri/${id}/${encodeURIComponent(name)}`;
    return { ok: true, file: { id, name, user, size: octets.length, url_private, is_external: false } };
  },
  'files.getUploadURLExternal': offerUpload,
  'files.completeUploadExternal': completeUpload,
  'conversations.info': showChannel,
  'conversations.open'(state, { users }, method) {
    if (!state.scopes.includes('im:write')) return lacking(state, method, 'im:write');
    const user = String(users);
    return user.startsWith('U') ? { ok: true, channel: { id: `D${user}` } } : refuse(state, method, 'user_not_found');
  },
  'conversations.history': (state, body, method) => list(state, body, method, undefined),
  'conversations.replies': (state, body, method) => list(state, body, method, String(body.ts)),
  'views.open'(state, { trigger_id, view }, method) {
    const trigger = state.triggers.get(String(trigger_id));
    if (!trigger) return refuse(state, method, 'invalid_trigger_id');
    if (trigger.isUsed) return refuse(state, method, 'exchanged_trigger_id');
    if (Date.now() - trigger.at > 3000) return refuse(state, method, 'expired_trigger_id');
    trigger.isUsed = true;
    const refusal = checkView(view as Json, 'modal');
    if (refusal) return refuseFor(state, method, refusal);
    state.modals.push({ id: next(state, 'V'), user: personOf(trigger_id), view: view as Json });
    return { ok: true };
  },
  'views.publish'(state, { user_id, view }, method) {
    const refusal = checkView(view as Json, 'home');
    if (refusal) return refuseFor(state, method, refusal);
    state.homes.set(String(user_id), view as Json);
    return { ok: true };
  },
};

const refuseFor = (state: State, method: string, { error, messages }: Refusal): Answer =>
  refuse(state, method, error, messages);

/** To a channel the bot is in, to its conversation with a learner, or to a learner by their id. */
function say(
  state: State,
  body: Json,
  method: string,
  { team, user }: { readonly team: string | undefined; readonly user?: string },
): Answer {
  const named = String(body.channel);
  const channel = named.startsWith('U') && user === undefined ? `D${named}` : named;
  const closed = whyClosed(state, channel, body.thread_ts !== undefined);
  if (closed !== undefined) return refuse(state, method, closed);
  const refusal = checkMessage(body);
  if (refusal) return refuseFor(state, method, refusal);
  const pictures = refusedPictures(state, body.blocks);
  if (pictures.length > 0) return refuse(state, method, 'invalid_blocks', pictures);
  const thread = typeof body.thread_ts === 'string' ? { thread: body.thread_ts } : {};
  const { ts } = post(state, body, {
    ...{ by: method, channel, ...thread },
    ...(team !== undefined && { team }),
    ...(user !== undefined && { user }),
  });
  return user === undefined ? { ok: true, channel, ts } : { ok: true, message_ts: ts };
}

const MOST_USES = 5;

/** Takes a message through a `response_url`, five times; Slack says no to a spent one with 404, to bad blocks with 200. */
export function answerResponseUrl(state: State, path: string, body: Json): Answer {
  const own = state.responseUrls.get(path);
  if (!own || own.isExpired) return { status: 404, ...refuse(state, 'response_url', 'expired_url') };
  if (own.uses >= MOST_USES) return { status: 404, ...refuse(state, 'response_url', 'used_url') };
  const refusal = checkMessage(body);
  if (refusal) return refuseFor(state, 'response_url', refusal);
  own.uses += 1;
  const { channel } = own;
  const thread = typeof body.thread_ts === 'string' ? { thread: body.thread_ts } : {};
  post(state, body, {
    by: 'response_url',
    channel,
    ...thread,
    ...(body.response_type !== 'in_channel' && { user: own.user }),
  });
  return { ok: true };
}
