import { fail, ok, type Result } from '../base/result.ts';
import { parseName } from '../dns/name.ts';
import { parseRdata } from '../dns/rdata/text.ts';
import { parseType } from '../dns/rr-type.ts';
import type { Cast } from '../scenario/cast.ts';
import type { Action } from '../world/action.ts';
import { USUAL_NETWORK } from '../world/inside-resolver.ts';

const ZONE_HAPPENINGS = [
  'create-zone',
  'delete-zone',
  'delegate-to',
  'sign-zone',
  'unsign-zone',
  'reuse-name-servers',
  'delete-set',
  'white-label',
] as const;
const NETWORK_HAPPENINGS = ['create-private-zone', 'associate-network', 'disassociate-network'] as const;
const RECORD_HAPPENINGS = ['add-record', 'change-record', 'remove-record'] as const;
const ACCOUNT_HAPPENINGS = ['close-account', 'reopen-account', 'suspend-account'] as const;
const ALIAS_HAPPENINGS = ['add-alias', 'remove-alias'] as const;
/** The words for what may happen at a DNS host, and for what takes a zone there. */
export const HOSTING_HAPPENINGS = [
  ...ZONE_HAPPENINGS,
  ...RECORD_HAPPENINGS,
  ...NETWORK_HAPPENINGS,
  ...ALIAS_HAPPENINGS,
  ...ACCOUNT_HAPPENINGS,
] as const;
export type HostingHappening = (typeof HOSTING_HAPPENINGS)[number];

/**
 * The action of such a happening. All take `host` or `old-host`, and after it, where they are needed, `zone=Z2`,
 * `of=acme.{domain}` for a zone of that name, `account=work`, `ttl=60`, `set=N1` and `network=office`; those of records then a
 * name, a type and a value,
 * which `remove-record` can do without. `delete-set` takes `host set=N1`. Those of an account (`suspend-account` is the host's doing, where nobody paid) take no
 * more than the host and `account=work`.
 */
export function toHostingAction(what: HostingHappening, words: readonly string[], cast: Cast): Result<Action, string> {
  const [at = '', ...more] = words;
  const host = hostAt(at, cast);
  const record = RECORD_HAPPENINGS.find((each) => each === what);
  if (host === undefined) {
    return fail(
      record === undefined
        ? `\`${what}: ${at}\` is not \`host\` or \`old-host\``
        : `\`${what}\` takes \`host\` or \`old-host\`, a name, a type and a value`,
    );
  }
  const place = readPlace(host, more);
  if (record !== undefined) return toRecordAction(record, place, cast);
  const ofAlias = ALIAS_HAPPENINGS.find((each) => each === what);
  if (ofAlias !== undefined) return toAliasAction(ofAlias, place, cast);
  const ofAccount = ACCOUNT_HAPPENINGS.find((each) => each === what);
  if (ofAccount !== undefined)
    return ok({ kind: ofAccount, host, ...(place.account === undefined ? {} : { account: place.account }) });
  const ofNetwork = NETWORK_HAPPENINGS.find((each) => each === what);
  if (ofNetwork !== undefined) return ok(toNetworkAction(ofNetwork, place, cast));
  return toZoneAction(ZONE_HAPPENINGS.find((each) => each === what) ?? 'create-zone', place, cast);
}

/** Where something happens: at a host, perhaps in a zone or account there that is named; and the words that follow. */
interface Place {
  readonly host: string;
  readonly id?: string;
  readonly account?: string;
  readonly ttl?: number;
  /** The name of the zone, where it is not the domain's. */
  readonly of?: string;
  readonly network?: string;
  readonly delegationSet?: string;
  readonly words: readonly string[];
}

function readPlace(host: string, words: readonly string[]): Place {
  const [first = '', ...rest] = words;
  const [, key, value = ''] = /^(zone|account|ttl|of|network|set)=(\S+)$/.exec(first) ?? [];
  if (key === undefined) return { host, words };
  const place = readPlace(host, rest);
  if (key === 'of') return { ...place, of: value };
  if (key === 'zone') return { ...place, id: value };
  if (key === 'set') return { ...place, delegationSet: value };
  if (key === 'network') return { ...place, network: value };
  return key === 'account' ? { ...place, account: value } : { ...place, ttl: Number(value) };
}

function toZoneAction(
  what: (typeof ZONE_HAPPENINGS)[number],
  { host, id, account, delegationSet, of }: Place,
  { domain: ofCast }: Cast,
): Result<Action, string> {
  if (what === 'delete-set') {
    if (delegationSet === undefined)
      return fail(`\`delete-set\` takes \`host\` or \`old-host\` and a set, as \`host set=N1\``);
    return ok({
      kind: 'delete-delegation-set',
      host,
      set: delegationSet,
      ...(account === undefined ? {} : { account }),
    });
  }
  const origin = of === undefined ? ok(ofCast) : parseName(of);
  if (!origin.ok) return fail(`\`of=${of}\` is not a name`);
  const domain = origin.value;
  const named = id === undefined ? {} : { id };
  const inAccount = account === undefined ? {} : { account };
  const onSet = delegationSet === undefined ? {} : { delegationSet };
  if (what === 'delegate-to') {
    const zoneAccount = account === undefined ? {} : { zoneAccount: account };
    return ok({ kind: 'copy-name-servers', domain, host, ...named, ...zoneAccount });
  }
  if (what === 'create-zone') return ok({ kind: what, origin: domain, host, ...inAccount, ...onSet });
  return ok({ kind: what, origin: domain, host, ...named, ...inAccount });
}

function toNetworkAction(
  what: (typeof NETWORK_HAPPENINGS)[number],
  { host, id, account, network = USUAL_NETWORK }: Place,
  { domain: origin }: Cast,
): Action {
  const inAccount = account === undefined ? {} : { account };
  if (what === 'create-private-zone') return { kind: 'create-zone', origin, host, network, ...inAccount };
  return { kind: what, origin, host, network, ...(id === undefined ? {} : { id }), ...inAccount };
}

function toAliasAction(
  what: (typeof ALIAS_HAPPENINGS)[number],
  { host, id, account, words: [ownerText = '', targetText = ''] }: Place,
  { domain: origin }: Cast,
): Result<Action, string> {
  const owner = parseName(ownerText);
  const target = parseName(targetText);
  const named = { ...(id === undefined ? {} : { id }), ...(account === undefined ? {} : { account }) };
  if (owner.ok && what === 'remove-alias') return ok({ kind: what, origin, host, owner: owner.value, ...named });
  if (!owner.ok || !target.ok)
    return fail(`\`${what}\` takes \`host\` or \`old-host\`, a name and the name it is to follow`);
  return ok({ kind: 'put-alias', origin, host, owner: owner.value, target: target.value, ...named });
}

function toRecordAction(
  what: (typeof RECORD_HAPPENINGS)[number],
  { host, id, account, ttl, of, words: [ownerText = '', typeText = '', ...value] }: Place,
  cast: Cast,
): Result<Action, string> {
  const owner = parseName(ownerText);
  const type = parseType(typeText);
  const origin = of === undefined ? ok(cast.domain) : parseName(of);
  if (!origin.ok) return fail(`\`of=${of}\` is not a name`);
  if (!owner.ok || !type) return fail(`\`${what}\` takes \`host\` or \`old-host\`, a name, a type and a value`);
  const named = { ...(id === undefined ? {} : { id }), ...(account === undefined ? {} : { account }) };
  const zone = { kind: 'put-record', origin: origin.value, host, ...named } as const;
  if (what === 'remove-record' && value.length === 0) {
    return ok({ ...zone, request: { action: 'remove', owner: owner.value, type } });
  }
  const rdata = parseRdata(type, value.join(' '));
  if (!rdata.ok) return fail(`\`${value.join(' ')}\` is not the data of a ${type} record: ${rdata.problem}`);
  if (what === 'remove-record') {
    return ok({ ...zone, request: { action: 'remove', owner: owner.value, type, rdata: rdata.value } });
  }
  const lasting = ttl === undefined ? {} : { ttl };
  const action = what === 'add-record' ? 'add' : 'change';
  return ok({ ...zone, request: { action, owner: owner.value, rdata: rdata.value, ...lasting } });
}

function hostAt(word: string, { host, oldHost }: Cast): string | undefined {
  if (word === 'host') return host;
  return word === 'old-host' ? oldHost : undefined;
}
