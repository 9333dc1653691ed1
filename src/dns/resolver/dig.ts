import { formatInstant, type Instant } from '../../base/time.ts';
import { formatExtendedError } from '../extended-error.ts';
import type { ExtendedError, Question, Rcode, Response } from '../message.ts';
import type { Name } from '../name.ts';
import { spelledRdata } from '../rdata/names.ts';
import { formatRdata } from '../rdata/text.ts';
import type { Rdata, RRset } from '../record.ts';
import type { Resolution } from './resolution.ts';

/** What dig shows of a reply. Flags in the order of the header. */
export interface DigReply {
  readonly question: Question;
  readonly rcode: Rcode;
  readonly extendedErrors?: readonly ExtendedError[];
  readonly flags: readonly ('qr' | 'aa' | 'tc' | 'rd' | 'ra' | 'ad' | 'cd')[];
  readonly answer: readonly RRset[];
  readonly authority: readonly RRset[];
  readonly additional: readonly RRset[];
  readonly spellings?: Response['spellings'];
}

/** Whom was asked and when, and the message's id, where they are to be shown. */
export interface DigOptions {
  readonly server?: { readonly name?: Name; readonly address: string };
  readonly when?: Instant;
  readonly id?: number;
}

/** A reply as dig prints it: the header, the sections that hold something, and who was asked. */
function formatDig(reply: DigReply, options: DigOptions = {}): string {
  const { question, rcode, flags, answer, authority, additional, extendedErrors = [] } = reply;
  const id = options.id === undefined ? '' : `, id: ${options.id}`;
  const counts = [answer, authority, additional].map(countRecords);
  const section = (title: string, rrsets: readonly RRset[]) =>
    rrsets.length === 0 ? [] : ['', `;; ${title} SECTION:`, ...recordLines(inLetters(rrsets, reply.spellings))];
  const lines = [
    `;; ->>HEADER<<- opcode: QUERY, status: ${rcode}${id}`,
    `;; flags: ${flags.join(' ')};`,
    `;; QUERY: 1, ANSWER: ${counts[0]}, AUTHORITY: ${counts[1]}, ADDITIONAL: ${counts[2]}`,
    ...(extendedErrors.length === 0 ? [] : ['', ';; OPT PSEUDOSECTION:']),
    ...extendedErrors.map((error) => `; ${formatExtendedError(error)}`),
    '',
    ';; QUESTION SECTION:',
    `;${question.qname} IN ${question.qtype}`,
    ...section('ANSWER', answer),
    ...section('AUTHORITY', authority),
    ...section('ADDITIONAL', additional),
  ];
  return [...lines, ...footer(options)].join('\n');
}

/** A name server's own reply, to a client that did not ask for recursion. */
export const digServer = (response: Response, options?: DigOptions): string =>
  formatDig(
    { ...response, flags: ['qr', ...(response.aa ? ['aa' as const] : []), ...(response.tc ? ['tc' as const] : [])] },
    options,
  );

/** A resolver's reply to a client that asked it to resolve; AD is set when all of it is secure. */
export const digResolver = (resolution: Resolution, options?: DigOptions): string =>
  formatDig(
    { ...resolution, flags: ['qr', 'rd', 'ra', ...(resolution.ad ? ['ad' as const] : [])], additional: [] },
    options,
  );

/** The sets with their names in the letters that the zone has them in. RFC 4343 §4.1. */
function inLetters(rrsets: readonly RRset[], spellings: Response['spellings']): readonly RRset[] {
  if (!spellings || spellings.size === 0) return rrsets;
  return rrsets.map((set) => ({
    ...set,
    owner: (spellings.get(set.owner) ?? set.owner) as Name,
    rdata: set.rdata.map((one) => spelledRdata(one, spellings)),
  }));
}

/** A record a line, in columns as narrow as they can be: owner, TTL, class, type, data. */
function recordLines(rrsets: readonly RRset[]): string[] {
  const rows = rrsets.flatMap(({ owner, ttl, rdata }) =>
    rdata.map((one) => ({ columns: [owner, String(ttl), 'IN', one.type], data: dataLines(one) })),
  );
  const widths = rows[0]?.columns.map((_, place) =>
    Math.max(...rows.map(({ columns }) => columns[place]?.length ?? 0)),
  );
  return rows.flatMap(({ columns, data: [first = '', ...more] }) => {
    const padded = columns.map((text, place) => text.padEnd(widths?.[place] ?? 0));
    return [`${padded.join(' ')} ${first}`.trimEnd(), ...more];
  });
}

/** A record's data; an SOA's number by number with its meaning, as `dig +multiline` has it. */
function dataLines(rdata: Rdata): readonly string[] {
  if (rdata.type !== 'SOA') return [formatRdata(rdata)];
  const numbers = SOA_NUMBERS.map((key) => String(rdata[key]));
  const widest = Math.max(...numbers.map((number) => number.length));
  const lines = SOA_NUMBERS.map((key, place) => `  ${(numbers[place] ?? '').padEnd(widest)} ; ${key}`);
  return ['(', `  ${rdata.mname}`, `  ${rdata.rname}`, ...lines, ')'];
}

/** In their order. RFC 1035 §3.3.13. */
const SOA_NUMBERS = ['serial', 'refresh', 'retry', 'expire', 'minimum'] as const;

function footer({ server, when }: DigOptions): string[] {
  const lines: string[] = [];
  if (server) lines.push(`;; SERVER: ${server.address}#53${server.name ? ` (${server.name})` : ''}`);
  if (when !== undefined) lines.push(`;; WHEN: ${formatInstant(when)} UTC`);
  return lines.length === 0 ? [] : ['', ...lines];
}

const countRecords = (rrsets: readonly RRset[]): number => rrsets.reduce((sum, { rdata }) => sum + rdata.length, 0);
