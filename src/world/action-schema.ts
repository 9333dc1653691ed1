import { z } from 'zod';
import { fail, ok, type Result } from '../base/result.ts';
import { parseName } from '../dns/name.ts';
import { formatRdata, parseRdata } from '../dns/rdata/text.ts';
import type { Rdata } from '../dns/record.ts';
import { parseQType, parseType } from '../dns/rr-type.ts';
import { PROHIBITIONS } from '../registration/status.ts';
import type { Action } from './action.ts';
import type { Catalogue } from './catalogue.ts';
import { NETWORK_NAME } from './inside-resolver.ts';
import { findResolver } from './resolvers.ts';

/** An action as plain data in which records stand as master files have them, for keeping it outside the program. */
export function writeCodedAction(action: Action): unknown {
  switch (action.kind) {
    case 'put-record': {
      const { rdata, ...request } = action.request;
      return { ...action, request: { ...request, ...(rdata && { rdata: recordText(rdata) }) } };
    }
    case 'set-ds':
      return { ...action, ds: action.ds.map(recordText) };
    default:
      return action;
  }
}

/** The action again, with everything in it checked; a problem where it is none that somebody could have done here. */
export function readCodedAction(catalogue: Catalogue, coded: unknown): Result<Action, 'unreadable'> {
  const read = schemaOf(catalogue).safeParse(coded);
  return read.success ? ok(read.data as Action) : fail('unreadable');
}

const recordText = (rdata: Rdata): string => `${rdata.type} ${formatRdata(rdata)}`;

const schemas = new WeakMap<Catalogue, z.ZodType>();
function schemaOf(catalogue: Catalogue): z.ZodType {
  const known = schemas.get(catalogue) ?? makeSchema(catalogue);
  schemas.set(catalogue, known);
  return known;
}

const word = z.string().max(100);
const name = z.string().transform((written, check) => {
  const read = parseName(written);
  return read.ok ? read.value : unread(check);
});
const record = z.string().transform((written, check) => {
  const [, first = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(written) ?? [];
  const type = parseType(first);
  const read = type === undefined ? undefined : parseRdata(type, rest);
  return read?.ok ? read.value : unread(check);
});
const typed = <Value>(read: (text: string) => Value | undefined) =>
  z.string().transform((written, check) => read(written) ?? unread(check));
const network = z.string().regex(NETWORK_NAME);
const number = z.number();
const isOn = z.boolean();

function unread(check: z.RefinementCtx): never {
  check.addIssue({ code: 'custom', message: 'unreadable' });
  return z.NEVER;
}

/** Whatever people do. What is done to them without being asked stands in no code. */
function makeSchema({ registrars, hosts }: Catalogue): z.ZodType {
  const registrar = z.enum([...registrars.keys()]);
  const host = z.enum([...hosts.keys()]);
  const held = { domain: name, account: word.optional() };
  const zone = { origin: name, host, id: word.optional(), account: word.optional() };
  const copied = { ...held, host, id: word.optional(), zoneAccount: word.optional() };
  const request = z.union([
    z.strictObject({ action: z.enum(['add', 'change']), owner: name, rdata: record, ttl: number.optional() }),
    z.strictObject({ action: z.literal('remove'), owner: name, type: typed(parseType), rdata: record.optional() }),
  ]);
  const question = z.strictObject({ qname: name, qtype: typed(parseQType) });
  const shapes = {
    register: { ...held, registrar, years: number.optional() },
    'create-zone': {
      ...{ origin: name, host, account: word.optional() },
      ...{ network: network.optional(), delegationSet: word.optional() },
    },
    'delete-zone': zone,
    'put-record': { ...zone, request },
    'set-name-servers': { ...held, nameServers: z.array(name) },
    'copy-name-servers': copied,
    'set-ds': { ...held, ds: z.array(record.refine(({ type }) => type === 'DS')) },
    'copy-ds': copied,
    'associate-network': { ...zone, network },
    'disassociate-network': { ...zone, network },
    'reuse-name-servers': zone,
    'white-label': zone,
    'delete-delegation-set': { host, set: word, account: word.optional() },
    'put-alias': { ...zone, owner: name, target: name },
    'remove-alias': { ...zone, owner: name },
    'close-account': { host, account: word.optional() },
    'reopen-account': { host, account: word.optional() },
    'sign-zone': zone,
    'unsign-zone': zone,
    renew: { ...held, years: number.optional() },
    'set-auto-renew': { ...held, isOn },
    'set-status': { ...held, status: z.enum(PROHIBITIONS), isOn },
    'set-contact': { ...held, email: word },
    'verify-contact': held,
    'issue-auth-code': held,
    'withdraw-update': held,
    'delete-registration': held,
    restore: held,
    'renew-card': held,
    'put-host': { ...held, host: name, addresses: z.array(word) },
    transfer: { ...held, registrar, code: word.optional() },
    'end-transfer': { ...held, how: z.enum(['approve', 'reject', 'cancel']) },
    'set-tag': { ...held, registrar },
    'ask-release': { ...held, of: z.enum(['registrar', 'registry']) },
    'move-account': { ...held, to: word },
    'offer-account': { ...held, to: word },
    'end-offer': { ...held, how: z.enum(['accept', 'reject', 'cancel']), password: word.optional() },
    wait: { span: number },
    ask: { question, resolver: typed((id) => findResolver(id)?.id) },
  } satisfies Record<
    Exclude<Action['kind'], 'suspend' | 'impose-status' | 'decline-card' | 'suspend-account'>,
    z.ZodRawShape
  >;
  return z.union(Object.entries(shapes).map(([kind, shape]) => z.strictObject({ kind: z.literal(kind), ...shape })));
}
