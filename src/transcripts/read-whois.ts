import { ipv4Octets, ipv6Octets } from '../dns/address.ts';
import { type Name, parseName } from '../dns/name.ts';
import { parseRdata } from '../dns/rdata/text.ts';
import type { RdataOf } from '../dns/record.ts';
import { readDate } from './read-date.ts';
import { readStatus } from './read-status.ts';
import type { Line, RegistryRecord, Seen, SeenNameServer } from './transcript.ts';

/** A label and what stands behind it, or below it where nothing does. */
interface Labelled {
  readonly label: string;
  readonly value: Seen<string>;
}

type FieldName = 'domain' | 'registrar' | 'created' | 'expires' | 'updated' | 'status' | 'server' | 'dnssec' | 'ds';

/** What a field is called: by ICANN's RDDS labels, by Nominet, and by registries with a word a line. All else is of people. */
// biome-ignore format: a table reads down its columns
const LABELS: Readonly<Record<FieldName, readonly string[]>> = {
  domain:    ['domain name', 'domain'],
  registrar: ['registrar', 'sponsoring registrar', 'registrar name'],
  created:   ['creation date', 'registered on', 'created', 'created on', 'created date', 'registered', 'domain registration date', 'registration time', 'entry created'],
  expires:   ['registry expiry date', 'expiry date', 'registrar registration expiration date', 'expiration date', 'expires', 'expires on', 'paid-till', 'renewal date', 'expire', 'expire date', 'expiry'],
  updated:   ['updated date', 'last updated', 'last modified', 'last updated on', 'last-update', 'last update', 'changed', 'modified', 'entry updated'],
  status:    ['domain status', 'registration status', 'status', 'eppstatus'],
  server:    ['name server', 'name servers', 'nameserver', 'nameservers', 'nserver', 'domain nameservers', 'servers'],
  dnssec:    ['dnssec'],
  ds:        ['dnssec ds data', 'ds-rdata', 'dsrdata', 'ds record', 'ds data'],
};
const FIELD_OF: ReadonlyMap<string, FieldName> = new Map(
  (Object.entries(LABELS) as [FieldName, readonly string[]][]).flatMap(([field, labels]) =>
    labels.map((label) => [label, field] as const),
  ),
);

/**
 * The records of whois output, a record for each domain it is about: a registry's, and the registrar's own after it.
 * Lines about people are not taken in. A record of a suffix, which some clients print first, is none.
 */
export function readWhois(lines: readonly Line[]): readonly RegistryRecord[] {
  const asOf = asOfIn(lines);
  const all = labelled(lines);
  const starts = all.flatMap((each, place) => (startsDomain(each) ? [place] : []));
  return starts.flatMap((start, index) => {
    const fields = all.slice(start, starts[index + 1]);
    const domain = nameOf(fields[0]?.value.value ?? '');
    if (!domain?.slice(0, -1).includes('.')) return [];
    return [recordOf(domain, fields, asOf)];
  });
}

const startsDomain = ({ label, value }: Labelled): boolean =>
  FIELD_OF.get(label) === 'domain' && nameOf(value.value) !== undefined;

const LABEL = /^(\s*)([A-Za-z][A-Za-z0-9 /().'_-]{0,60}?)\s*:(?:\s+(.*))?$/;

/** A block that is headed without a colon. */
const HEADING = /^(registrar|name ?servers|registrant|(?:admin|tech)[a-z]* contacts?)$/i;

/**
 * The labels with their values; a value that stands below its label, or below a heading, belongs to that, as far as the
 * lines are indented more. In the registrar's own block the name is the registrar.
 */
function labelled(lines: readonly Line[]): readonly Labelled[] {
  const all: Labelled[] = [];
  let above: { readonly label: string; readonly indent: number } | undefined;
  for (const { text, number } of lines) {
    const [, space = '', label = '', value = ''] = LABEL.exec(text.replaceAll('\t', '    ')) ?? [];
    const written = label
      .toLowerCase()
      .trim()
      .replace(/^ns ?\d+$/, 'nserver');
    const isInside: boolean = above !== undefined && indentOf(text) > above.indent;
    if (label !== '' && value.trim() !== '') {
      const isRegistrar = isInside && above?.label === 'registrar' && /^(?:name|organi[sz]ation)$/.test(written);
      all.push({ label: isRegistrar ? 'registrar' : written, value: { value: value.trim(), line: number } });
      if (!isInside) above = undefined;
    } else if (label !== '') above = { label: written, indent: space.length };
    else if (HEADING.test(text)) above = { label: text.toLowerCase(), indent: 0 };
    else if (text.trim() === '') {
      if (above && all.at(-1)?.label === above.label) above = undefined;
    } else if (above && isInside) all.push({ label: above.label, value: { value: text.trim(), line: number } });
    else above = undefined;
  }
  return all;
}

const indentOf = (text: string): number => text.length - text.trimStart().length;

function recordOf(domain: Name, fields: readonly Labelled[], asOf: Seen<number> | undefined): RegistryRecord {
  const of = (field: FieldName) =>
    fields.filter(({ label }) => FIELD_OF.get(label) === field).map(({ value }) => value);
  const firstDate = (field: FieldName) => of(field).flatMap((seen) => seenDate(seen))[0];
  const [registrar] = of('registrar');
  const dates = { created: firstDate('created'), expires: firstDate('expires'), updated: firstDate('updated') };
  const [dnssec] = of('dnssec');
  return {
    line: fields[0]?.value.line ?? 1,
    domain,
    ...(registrar && { registrar }),
    ...(dates.created && { created: dates.created }),
    ...(dates.expires && { expires: dates.expires }),
    ...(dates.updated && { updated: dates.updated }),
    ...(asOf && { asOf: asOf as NonNullable<RegistryRecord['asOf']> }),
    statuses: of('status').flatMap(({ value, line }) =>
      statusWords(value).map((word) => ({ value: readStatus(word), line })),
    ),
    nameServers: of('server').flatMap(({ value, line }) => {
      const server = readNameServer(value);
      return server ? [{ value: server, line }] : [];
    }),
    ds: of('ds').flatMap(readDs),
    ...(dnssec && { isSigned: { value: /^(?:signed|yes|active)/i.test(dnssec.value), line: dnssec.line } }),
  };
}

const seenDate = ({ value, line }: Seen<string>): Seen<NonNullable<ReturnType<typeof readDate>>>[] => {
  const at = readDate(value);
  return at === undefined ? [] : [{ value: at, line }];
};

/** `REGISTERED, DELEGATED` are two, and so are EPP's words in a row. */
const statusWords = (value: string): readonly string[] =>
  /^[a-z]+[A-Z]\w+(?:[ ,]+[a-z]+[A-Z]\w+)+$/.test(value) || /^[A-Z]+(?:, [A-Z]+)+$/.test(value)
    ? value.split(/[ ,]+/)
    : [value];

/** `ns1.example.com 192.0.2.1 2001:db8::1`, also in brackets or with commas. */
export function readNameServer(text: string): SeenNameServer | undefined {
  const [first = '', ...others] = text.split(/[\s,[\]()]+/).filter((word) => word !== '');
  const server = nameOf(first);
  if (!server?.slice(0, -1).includes('.')) return undefined;
  return { name: server, addresses: others.filter(isAddress) };
}

const isAddress = (word: string): boolean => ipv4Octets(word) !== undefined || ipv6Octets(word) !== undefined;

export function readDs({ value, line }: Seen<string>): readonly Seen<RdataOf<'DS'>>[] {
  const rdata = parseRdata('DS', value.replaceAll(/[,;]/g, ' '));
  return rdata.ok && rdata.value.type === 'DS' ? [{ value: rdata.value, line }] : [];
}

/** `>>> Last update of whois database: 2026-11-26T03:50:07Z <<<`, and Nominet's `WHOIS lookup made at 12:00:00 26-Nov-2026`. */
export function asOfIn(lines: readonly Line[]): NonNullable<RegistryRecord['asOf']> | undefined {
  for (const { text, number } of lines) {
    const [, said] =
      /(?:Last update of (?:the )?whois database:|WHOIS lookup made at|^Last updated on(?= \d))\s*(.*)$/i.exec(text) ??
      [];
    const at = said === undefined ? undefined : readDate(said);
    if (at !== undefined) return { value: at, line: number };
  }
  return undefined;
}

/** A name, also one in the letters of its language, which DNS has in its `xn--` form. RFC 5890 §2.3.2.1. */
function nameOf(text: string): Name | undefined {
  const [word = ''] = text.split(/\s/);
  const parsed = parseName(/[^\0-~]/.test(word) ? inAscii(word) : word);
  return parsed.ok ? parsed.value : undefined;
}

const inAscii = (word: string): string => (URL.canParse(`http://${word}`) ? new URL(`http://${word}`).hostname : word);
