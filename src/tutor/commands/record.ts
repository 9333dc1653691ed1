import { fail, ok, type Result } from '../../base/result.ts';
import { SECOND } from '../../base/time.ts';
import { displayName, type Name, parseName } from '../../dns/name.ts';
import { parseRdata } from '../../dns/rdata/text.ts';
import type { RRType } from '../../dns/record.ts';
import type { RecordRequest } from '../../hosting/decide-record.ts';
import type { Action } from '../../world/action.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button } from '../reply.ts';
import { shown } from '../shown.ts';
import { type ZoneFound, zoneForRecord } from '../zone-for-record.ts';
import { zoneMeant } from '../zone-meant.ts';

export const record = declare({
  name: 'record',
  summary: 'Add, change or remove a record in one of your zones, in your sandbox.',
  options: {
    action: { type: 'choice', choices: ['add', 'change', 'remove'], about: 'what to do', required: true },
    name: { type: 'name', about: 'where the record stands', required: true },
    type: { type: 'record-type', about: 'its type, or `ALIAS` for the addresses of another name', required: true },
    value: { type: 'text', about: 'what it holds, as `203.0.113.7`; `remove` without it takes away all of the type' },
    at: {
      type: 'listed',
      list: 'dns-hosts',
      about: 'the DNS host, as `at=hover`; only needed if several have the zone',
    },
    zone: { type: 'word', about: "the zone's id, as `zone=Z2`, where a host has several of one name" },
    account: { type: 'word', about: 'in which account of yours at the host, as `account=work`' },
    ttl: { type: 'duration', about: 'how long resolvers may keep it, as `ttl=300s`' },
  },
  examples: [
    '/record add www.quillcove-example.com A 203.0.113.7',
    '/record change www.quillcove-example.com A 203.0.113.8 at=route53 ttl=60s',
    '/record remove www.quillcove-example.com A',
  ],
  handle(context, { action, name, type, value, at, zone, account, ttl }) {
    const wish = { action, owner: name, value, ttl: ttl === undefined ? {} : { ttl: Math.round(ttl / SECOND) } };
    return actInWorld(
      context,
      (open) => {
        if (type === 'ANY')
          return { problem: 'No record has the type `ANY`: it only asks for all. Name one, such as `A`.' };
        const meant = zoneMeant({ zone, account });
        if ('problem' in meant) return meant;
        const found = zoneForRecord(open, name, { at, zone: meant.id, account: meant.account });
        if (!found.ok) return found;
        if (type === 'ALIAS') return toAlias(wish, found.value);
        const request = readRequest({ ...wish, type });
        return request.ok ? { kind: 'put-record', request: request.value, ...found.value } : request;
      },
      [button('Look it up', `/dig ${displayName(name)} ${type === 'ALIAS' ? 'A' : type}`)],
    );
  },
});

/** The alias that is wanted, at the zone's host. Refuses, in a sentence: no target, and one that is no name. */
function toAlias({ action, owner, value }: Omit<Wish, 'type'>, zone: ZoneFound): Action | { readonly problem: string } {
  if (action === 'remove') return { kind: 'remove-alias', owner, ...zone };
  if (value === undefined) {
    return { problem: `Say which name it is to follow: \`/record ${action} ${displayName(owner)} ALIAS www.…\`.` };
  }
  const target = parseName(value);
  if (!target.ok) return { problem: `${shown(value)} cannot be what an alias leads to: that takes a name.` };
  return { kind: 'put-alias', owner, target: target.value, ...zone };
}

interface Wish {
  readonly action: RecordRequest['action'];
  readonly owner: Name;
  readonly type: RRType;
  readonly value: string | undefined;
  readonly ttl: { readonly ttl?: number };
}

/** The wish with its value read. Refuses, in a sentence: no value where one is needed, and one not of the type. */
function readRequest({ action, owner, type, value, ttl }: Wish): Result<RecordRequest, string> {
  if (value === undefined) {
    if (action === 'remove') return ok({ action, owner, type });
    return fail(`Say what the ${type} record is to hold: \`/record ${action} ${displayName(owner)} ${type} …\`.`);
  }
  const rdata = parseRdata(type, value);
  if (!rdata.ok) return fail(`${shown(value)} cannot be the value of a record of type ${type}: ${rdata.problem}`);
  if (action === 'remove') return ok({ action, owner, type, rdata: rdata.value });
  return ok({ action, owner, rdata: rdata.value, ...ttl });
}
