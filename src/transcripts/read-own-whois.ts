import { parseName } from '../dns/name.ts';
import { readDate } from './read-date.ts';
import { readStatus } from './read-status.ts';
import { readDs, readNameServer } from './read-whois.ts';
import type { Line, RegistryRecord, Seen } from './transcript.ts';

/** The fields of this program's own `/whois`, as every platform shows them: a name, and its values beside or below it. */
const FIELDS = ['Registrant', 'Registrar', 'Registry', 'Status', 'Created', 'Expires', 'Name servers', 'DNSSEC', 'DS'];
const FIELD = new RegExp(
  String.raw`^[\s*]*(${FIELDS.toSorted((a, b) => b.length - a.length).join('|')})[*]*(?:\s{2,}(.*))?$`,
);

/** The record of a `/whois` that was copied; undefined where none begins. */
export function readOwnWhois(lines: readonly Line[]): RegistryRecord | undefined {
  const heading = lines.findIndex(({ text }) => HEADING.test(text));
  const domain = parseName(HEADING.exec(lines[heading]?.text ?? '')?.[1] ?? '');
  const fields = fieldsBelow(lines.slice(heading + 1));
  const registrar = fields.get('Registrar')?.[0];
  if (heading < 0 || !domain.ok || !registrar) return undefined;
  const dateOf = (field: string) =>
    (fields.get(field) ?? []).flatMap(({ value, line }) => {
      const at = readDate(value);
      return at === undefined ? [] : [{ value: at, line }];
    })[0];
  const [created, expires] = [dateOf('Created'), dateOf('Expires')];
  const dnssec = fields.get('DNSSEC')?.[0];
  return {
    line: lines[heading]?.number ?? 1,
    domain: domain.value,
    registrar,
    ...(created && { created }),
    ...(expires && { expires }),
    statuses: (fields.get('Status') ?? []).flatMap(({ value, line }) =>
      value.split(/,\s*/).map((word) => ({ value: readStatus(word), line })),
    ),
    nameServers: (fields.get('Name servers') ?? []).flatMap(({ value, line }) => {
      const server = readNameServer(value);
      return server ? [{ value: server, line }] : [];
    }),
    ds: (fields.get('DS') ?? []).flatMap(readDs),
    isSigned: dnssec ? { value: true, line: dnssec.line } : { value: false, line: lines[heading]?.number ?? 1 },
  };
}

const HEADING = /^[\s*#]*whois ([\w.-]+\.[\w-]+)[\s*]*$/;

/** Values by field; the fields end where a line is neither one nor indented below one. */
function fieldsBelow(lines: readonly Line[]): ReadonlyMap<string, readonly Seen<string>[]> {
  const fields = new Map<string, Seen<string>[]>();
  let last: Seen<string>[] | undefined;
  for (const { text, number } of lines) {
    const [, name, value = ''] = FIELD.exec(text) ?? [];
    if (name !== undefined) {
      last = [];
      fields.set(name, last);
    }
    const said = name === undefined ? text.trim() : value.trim();
    if (said !== '' && !/^[─-]+$/.test(said)) last?.push({ value: said, line: number });
  }
  return fields;
}
