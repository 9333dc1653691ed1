import { assertNever, fail, ok, type Result } from '../base/result.ts';
import { displayName, type Name, parseName } from '../dns/name.ts';
import { PROHIBITIONS, type Prohibition } from '../registration/status.ts';
import type { Catalogue } from './catalogue.ts';
import type { RegistrationAction } from './decide-registration.ts';

/** What can be done in a registrar's console, each a word that people type and content is written with. */
export const REGISTRAR_VERBS = [
  'renew',
  'auto-renew',
  'lock',
  'unlock',
  'contact',
  'verify',
  'card',
  'glue',
  'code',
  'tag',
  'withdraw',
  'appeal',
  'move',
  'delete',
  'restore',
] as const;
export type RegistrarVerb = (typeof REGISTRAR_VERBS)[number];

/** Reads what follows a verb and a domain. Refuses, in a sentence that says what is to follow instead. */
export function readVerb(
  catalogue: Catalogue,
  verb: RegistrarVerb,
  domain: Name,
  rest: string,
): Result<RegistrationAction, string> {
  const words = rest.split(/[\s,]+/).filter((word) => word !== '');
  const [first = ''] = words;
  const unread = fail(`After \`${verb} ${displayName(domain)}\` comes ${FOLLOWS[verb]}.`);
  switch (verb) {
    case 'renew': {
      const years = Number(first || '1');
      return Number.isInteger(years) && words.length <= 2 ? ok({ kind: 'renew', domain, years }) : unread;
    }
    case 'auto-renew':
      return first === 'on' || first === 'off' ? ok({ kind: 'set-auto-renew', domain, isOn: first === 'on' }) : unread;
    case 'lock':
    case 'unlock': {
      const status = statusNamed(first || 'transfer');
      return status === undefined ? unread : ok({ kind: 'set-status', domain, status, isOn: verb === 'lock' });
    }
    case 'contact':
      return words.length === 1 ? ok({ kind: 'set-contact', domain, email: first }) : unread;
    case 'glue': {
      const host = parseName(first);
      return first !== '' && host.ok
        ? ok({ kind: 'put-host', domain, host: host.value, addresses: words.slice(1) })
        : unread;
    }
    case 'tag': {
      const registrar = registrarNamed(catalogue, rest);
      return registrar === undefined ? unread : ok({ kind: 'set-tag', domain, registrar });
    }
    case 'appeal':
      return first === 'registrar' || first === 'registry' ? ok({ kind: 'ask-release', domain, of: first }) : unread;
    case 'move':
      return words.length === 1 ? ok({ kind: 'move-account', domain, to: first.replace(/^.*\//, '') }) : unread;
    case 'verify':
    case 'card':
    case 'code':
    case 'withdraw':
    case 'delete':
    case 'restore':
      return words.length === 0 ? ok({ kind: PLAIN[verb], domain }) : unread;
    default:
      return assertNever(verb);
  }
}

/** The action as verb, domain and what follows; undefined for a transfer, which is asked for elsewhere. */
export function writeVerb(action: RegistrationAction): string | undefined {
  const on = (verb: RegistrarVerb, ...rest: readonly string[]) => [verb, displayName(action.domain), ...rest].join(' ');
  switch (action.kind) {
    case 'renew':
      return on('renew', ...(action.years === undefined || action.years === 1 ? [] : [String(action.years)]));
    case 'set-auto-renew':
      return on('auto-renew', action.isOn ? 'on' : 'off');
    case 'set-status':
      return on(action.isOn ? 'lock' : 'unlock', wordOf(action.status));
    case 'set-contact':
      return on('contact', action.email);
    case 'put-host':
      return on('glue', displayName(action.host), ...action.addresses);
    case 'set-tag':
      return on('tag', action.registrar);
    case 'ask-release':
      return on('appeal', action.of);
    case 'move-account':
      return on('move', action.to);
    case 'verify-contact':
      return on('verify');
    case 'renew-card':
      return on('card');
    case 'issue-auth-code':
      return on('code');
    case 'withdraw-update':
      return on('withdraw');
    case 'delete-registration':
      return on('delete');
    case 'restore':
      return on('restore');
    case 'transfer':
    case 'end-transfer':
    case 'offer-account':
    case 'end-offer':
      return undefined;
    default:
      return assertNever(action);
  }
}

/** The registrar that words name, by id, name or alias, in any case; undefined if none. */
export function registrarNamed({ registrars }: Catalogue, words: string): string | undefined {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[\s-]+/g, '');
  const wanted = bare(words);
  const isNamed = (names: readonly string[]) => names.some((name) => bare(name) === wanted);
  return [...registrars.values()].find(({ id, name, aliases }) => isNamed([id, name, ...aliases]))?.id;
}

const PLAIN = {
  verify: 'verify-contact',
  card: 'renew-card',
  code: 'issue-auth-code',
  withdraw: 'withdraw-update',
  delete: 'delete-registration',
  restore: 'restore',
} as const;

const FOLLOWS: Readonly<Record<RegistrarVerb, string>> = {
  renew: 'a number of years, or nothing for one',
  'auto-renew': '`on` or `off`',
  lock: '`transfer`, `update`, `delete` or `renew`; nothing means `transfer`',
  unlock: '`transfer`, `update`, `delete` or `renew`; nothing means `transfer`',
  contact: 'an e-mail address',
  verify: 'nothing',
  card: 'nothing',
  glue: 'the name of a name server inside it and its addresses; without addresses it is taken away',
  code: 'nothing',
  tag: 'a registrar',
  withdraw: 'nothing',
  appeal: '`registrar` or `registry`',
  move: 'the name of another account of yours',
  delete: 'nothing',
  restore: 'nothing',
};

/** `transfer` of clientTransferProhibited; a status in full is its own. */
const wordOf = (status: Prohibition): string =>
  status.startsWith('client') ? status.replace(/^client|Prohibited$/g, '').toLowerCase() : status;
const statusNamed = (word: string): Prohibition | undefined =>
  PROHIBITIONS.find((status) => wordOf(status) === word.toLowerCase() || status.toLowerCase() === word.toLowerCase());
