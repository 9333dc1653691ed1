import { parseName } from '../dns/name.ts';
import { readDate } from './read-date.ts';
import { readStatus } from './read-status.ts';
import { readDs, readNameServer } from './read-whois.ts';
import type { Absence, Line, LineNote, RegistryRecord, Seen } from './transcript.ts';

type Json = { readonly [key: string]: unknown };

/** What a RDAP server's JSON says of a domain: RFC 9083 §5.3; of a domain that is not there, its error: §6. */
export function readRdap(lines: readonly Line[]): {
  readonly record?: RegistryRecord;
  readonly absence?: Absence;
  readonly fault?: LineNote;
} {
  const line = lines[0]?.number ?? 1;
  const json = parse(lines.map(({ text }) => text).join('\n'));
  if (!json)
    return {
      fault: {
        line,
        message: 'this begins as JSON and cannot be read to its end: RDAP output is one object, from { to its }',
      },
    };
  const lineOf = (...words: readonly string[]): number =>
    lines.find(({ text }) => words.every((word) => text.toLowerCase().includes(word.toLowerCase())))?.number ?? line;
  if (json.errorCode === 404) return { absence: { line: lineOf('errorCode') } };
  const domain = parseName(textAt(json, 'ldhName') ?? '');
  if (!domain.ok || json.objectClassName === 'nameserver')
    return {
      fault: {
        line,
        message: 'this JSON is no RDAP answer about a domain: one has `"objectClassName": "domain"` and an `ldhName`',
      },
    };

  const events = listAt(json, 'events').flatMap((event) => {
    const [action, date] = [textAt(event, 'eventAction'), textAt(event, 'eventDate')];
    const at = date === undefined ? undefined : readDate(date);
    return action === undefined || date === undefined || at === undefined
      ? []
      : [[action, { value: at, line: lineOf(date) }] as const];
  });
  const eventOf = (action: string) => events.find(([each]) => each === action)?.[1];
  const [created, expires, updated] = ['registration', 'expiration', 'last changed'].map(eventOf);
  const asOf = eventOf('last update of RDAP database');
  const registrar = registrarIn(json);
  const secure = objectAt(json, 'secureDNS');
  return {
    record: {
      line: lineOf('ldhName', domain.value.slice(0, -1)),
      domain: domain.value,
      ...(registrar !== undefined && { registrar: { value: registrar, line: lineOf(registrar) } }),
      ...(created && { created }),
      ...(expires && { expires }),
      ...(updated && { updated }),
      ...(asOf && { asOf }),
      statuses: textsAt(json, 'status').map((status) => ({ value: readStatus(status), line: lineOf(`"${status}"`) })),
      nameServers: listAt(json, 'nameservers').flatMap((server) => {
        const addresses = objectAt(server, 'ipAddresses') ?? {};
        const written = [textAt(server, 'ldhName') ?? '', ...textsAt(addresses, 'v4'), ...textsAt(addresses, 'v6')];
        const read = readNameServer(written.join(' '));
        return read ? [{ value: read, line: lineOf(written[0] ?? '') }] : [];
      }),
      ds: listAt(secure ?? {}, 'dsData').flatMap((ds) => dsOf(ds, lineOf)),
      ...(typeof secure?.delegationSigned === 'boolean' && {
        isSigned: { value: secure.delegationSigned, line: lineOf('delegationSigned') },
      }),
    },
  };
}

function dsOf(ds: Json, lineOf: (...words: string[]) => number): RegistryRecord['ds'] {
  const words = ['keyTag', 'algorithm', 'digestType', 'digest'].map((key) => String(ds[key] ?? ''));
  return readDs({ value: words.join(' '), line: lineOf('digest"', words[3] ?? '') } satisfies Seen<string>);
}

/** The name of the entity that is the registrar, from its jCard. RFC 7095. */
function registrarIn(json: Json): string | undefined {
  const entity = listAt(json, 'entities').find((each) => textsAt(each, 'roles').includes('registrar'));
  const card = entity?.vcardArray;
  const properties: readonly unknown[] = Array.isArray(card) && Array.isArray(card[1]) ? card[1] : [];
  const fn = properties.find((each): each is readonly unknown[] => Array.isArray(each) && each[0] === 'fn')?.[3];
  return typeof fn === 'string' && fn !== '' ? fn : undefined;
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textAt = (json: Json, key: string): string | undefined => {
  const value = json[key];
  return typeof value === 'string' ? value : undefined;
};
const objectAt = (json: Json, key: string): Json | undefined => {
  const value = json[key];
  return isObject(value) ? value : undefined;
};
const listAt = (json: Json, key: string): readonly Json[] => {
  const value = json[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
};
const textsAt = (json: Json, key: string): readonly string[] => {
  const value = json[key];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};
