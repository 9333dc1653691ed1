import { formatDuration, SECOND } from '../base/time.ts';
import { displayName } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { RecordRequest } from '../hosting/decide-record.ts';
import type { Action } from '../world/action.ts';
import { RESOLVER } from '../world/ask.ts';
import { writeVerb } from '../world/registrar-verbs.ts';

/** The command that a learner types to do an action, as `/delegate example.com route53`; undefined where there is none for it. */
export function commandFor(action: Action): string | undefined {
  switch (action.kind) {
    case 'register':
      return joined('/register', displayName(action.domain), action.registrar);
    case 'create-zone':
      return joined(
        action.network === undefined ? '/host create' : '/host private',
        displayName(action.origin),
        action.host,
        ...placeOf(action),
        action.network === undefined ? '' : `network=${action.network}`,
        action.delegationSet === undefined ? '' : `set=${action.delegationSet}`,
      );
    case 'reuse-name-servers':
      return joined('/host reuse', displayName(action.origin), action.host, ...placeOf(action));
    case 'white-label':
      return joined('/host white-label', displayName(action.origin), action.host, ...placeOf(action));
    case 'delete-delegation-set':
      return joined(
        '/host unset',
        `at=${action.host}`,
        `set=${action.set}`,
        ...placeOf({ ...(action.account === undefined ? {} : { account: action.account }) }),
      );
    case 'put-alias':
    case 'remove-alias': {
      const [verb, target] = action.kind === 'put-alias' ? ['add', displayName(action.target)] : ['remove', ''];
      const place = [`at=${action.host}`, ...placeOf(action)];
      return joined(`/record ${verb}`, displayName(action.owner), 'ALIAS', target, ...place);
    }
    case 'associate-network':
    case 'disassociate-network': {
      const [verb] = action.kind.split('-');
      const place = placeOf(action);
      return joined(`/host ${verb}`, displayName(action.origin), action.host, ...place, `network=${action.network}`);
    }
    case 'delete-zone':
      return joined('/host delete', displayName(action.origin), action.host, ...placeOf(action));
    case 'put-record': {
      const place = placeOf(action);
      return joined('/record', recordWords(action.request), `at=${action.host}`, ...place, ttlOf(action.request));
    }
    case 'set-name-servers':
      if (action.nameServers.length === 0 || action.account !== undefined) return undefined;
      return joined('/delegate', displayName(action.domain), ...action.nameServers.map(displayName));
    case 'copy-name-servers':
      if (action.account !== undefined) return undefined;
      return joined('/delegate', displayName(action.domain), action.host, ...zonePlaceOf(action));
    case 'sign-zone':
      return joined('/dnssec sign', displayName(action.origin), action.host, ...placeOf(action));
    case 'unsign-zone':
      return joined('/dnssec unsign', displayName(action.origin), action.host, ...placeOf(action));
    case 'copy-ds':
      if (action.account !== undefined) return undefined;
      return joined('/dnssec publish', displayName(action.domain), action.host, ...zonePlaceOf(action));
    case 'set-ds':
      if (action.ds.length > 0 || action.account !== undefined) return undefined;
      return joined('/dnssec withdraw', displayName(action.domain));
    case 'wait':
      return joined('/wait', formatDuration(action.span));
    case 'ask': {
      const { question, resolver } = action;
      return joined('/dig', displayName(question.qname), question.qtype, resolver === RESOLVER ? '' : `@${resolver}`);
    }
    case 'transfer': {
      const { domain, registrar, code } = action;
      return joined('/transfer', displayName(domain), registrar, code === undefined ? '' : `code=${code}`);
    }
    case 'end-transfer':
      return joined('/transfer', action.how, displayName(action.domain));
    case 'offer-account': {
      const from = action.account === undefined ? '' : `from=${action.account}`;
      return joined('/transfer give', displayName(action.domain), `account=${action.to}`, from);
    }
    case 'end-offer': {
      const { how, domain, account, password } = action;
      const place = account === undefined ? '' : `${how === 'cancel' ? 'from' : 'account'}=${account}`;
      return joined('/transfer', how, displayName(domain), place, password === undefined ? '' : `code=${password}`);
    }
    case 'close-account':
    case 'reopen-account':
      return joined(`/account ${action.kind.split('-')[0]}`, action.host, ...placeOf(action));
    case 'suspend-account':
    case 'suspend':
    case 'impose-status':
    case 'decline-card':
      return undefined;
    default: {
      const verb = writeVerb(action);
      return verb && joined('/registrar', verb, ...placeOf(action));
    }
  }
}

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

/** In which zone and account, where that is said. */
function placeOf({ id, account }: { readonly id?: string; readonly account?: string }): readonly string[] {
  return [id === undefined ? '' : `zone=${id}`, account === undefined ? '' : `account=${account}`];
}

const zonePlaceOf = ({ id, zoneAccount }: { readonly id?: string; readonly zoneAccount?: string }) =>
  placeOf({ ...(id === undefined ? {} : { id }), ...(zoneAccount === undefined ? {} : { account: zoneAccount }) });

const ttlOf = (request: RecordRequest): string =>
  'ttl' in request && request.ttl !== undefined ? `ttl=${formatDuration(request.ttl * SECOND)}` : '';

function recordWords(request: RecordRequest): string {
  const type = 'type' in request ? request.type : request.rdata.type;
  const data = 'rdata' in request && request.rdata !== undefined ? formatRdata(request.rdata) : '';
  return joined(request.action, displayName(request.owner), type, data);
}
