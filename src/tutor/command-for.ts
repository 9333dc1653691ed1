import { formatDuration, SECOND } from '../base/time.ts';
import { displayName } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { RecordRequest } from '../hosting/decide-record.ts';
import type { Action } from '../world/action.ts';
import { RESOLVER } from '../world/ask.ts';

/** The command that a learner types to do an action, as `/delegate example.com route53`; undefined where there is none for it. */
export function commandFor(action: Action): string | undefined {
  switch (action.kind) {
    case 'register':
      return joined('/register', displayName(action.domain), action.registrar);
    case 'create-zone':
      return joined('/host create', displayName(action.origin), action.host);
    case 'delete-zone':
      return joined('/host delete', displayName(action.origin), action.host, zoneOf(action));
    case 'put-record':
      return joined('/record', recordWords(action.request), `at=${action.host}`, zoneOf(action), ttlOf(action.request));
    case 'set-name-servers':
      return action.nameServers.length === 0
        ? undefined
        : joined('/delegate', displayName(action.domain), ...action.nameServers.map(displayName));
    case 'copy-name-servers':
      return joined('/delegate', displayName(action.domain), action.host, zoneOf(action));
    case 'sign-zone':
      return action.id === undefined ? joined('/dnssec sign', displayName(action.origin), action.host) : undefined;
    case 'unsign-zone':
      return action.id === undefined ? joined('/dnssec unsign', displayName(action.origin), action.host) : undefined;
    case 'copy-ds':
      return action.id === undefined ? joined('/dnssec publish', displayName(action.domain), action.host) : undefined;
    case 'set-ds':
      return action.ds.length === 0 ? joined('/dnssec withdraw', displayName(action.domain)) : undefined;
    case 'wait':
      return joined('/wait', formatDuration(action.span));
    case 'ask': {
      const { question, resolver } = action;
      return joined('/dig', displayName(question.qname), question.qtype, resolver === RESOLVER ? '' : `@${resolver}`);
    }
    default:
      return undefined;
  }
}

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

const zoneOf = ({ id }: { readonly id?: string }): string => (id === undefined ? '' : `zone=${id}`);

const ttlOf = (request: RecordRequest): string =>
  'ttl' in request && request.ttl !== undefined ? `ttl=${formatDuration(request.ttl * SECOND)}` : '';

function recordWords(request: RecordRequest): string {
  const type = 'type' in request ? request.type : request.rdata.type;
  const data = 'rdata' in request && request.rdata !== undefined ? formatRdata(request.rdata) : '';
  return joined(request.action, displayName(request.owner), type, data);
}
