import { formatInstant, type Instant } from '../base/time.ts';
import type { Question, Rcode, Response } from './message.ts';
import type { Name } from './name.ts';
import { formatRdata } from './rdata-text.ts';
import type { RRset } from './record.ts';
import type { Resolution } from './resolution.ts';

/** What dig shows of a reply. Flags in the order of the header. */
export interface DigReply {
  readonly question: Question;
  readonly rcode: Rcode;
  readonly flags: readonly ('qr' | 'aa' | 'tc' | 'rd' | 'ra')[];
  readonly answer: readonly RRset[];
  readonly authority: readonly RRset[];
  readonly additional: readonly RRset[];
}

/** Whom was asked and when, and the message's id, where they are to be shown. */
export interface DigOptions {
  readonly server?: { readonly name?: Name; readonly address: string };
  readonly when?: Instant;
  readonly id?: number;
}

/** A reply as dig prints it: the header, the sections that hold something, and who was asked. */
export function formatDig(reply: DigReply, options: DigOptions = {}): string {
  const { question, rcode, flags, answer, authority, additional } = reply;
  const id = options.id === undefined ? '' : `, id: ${options.id}`;
  const counts = [answer, authority, additional].map(countRecords);
  const widest = Math.max(question.qname.length + 1, ...[...answer, ...authority, ...additional].map(widthOf));
  const section = (title: string, rrsets: readonly RRset[]) =>
    rrsets.length === 0 ? [] : ['', `;; ${title} SECTION:`, ...rrsets.flatMap((set) => recordLines(set, widest))];
  const lines = [
    `;; ->>HEADER<<- opcode: QUERY, status: ${rcode}${id}`,
    `;; flags: ${flags.join(' ')}; QUERY: 1, ANSWER: ${counts[0]}, AUTHORITY: ${counts[1]}, ADDITIONAL: ${counts[2]}`,
    '',
    ';; QUESTION SECTION:',
    `;${question.qname.padEnd(widest - 1)} ${' '.repeat(7)} IN ${question.qtype}`,
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

/** A resolver's reply to a client that asked it to resolve. */
export const digResolver = (resolution: Resolution, options?: DigOptions): string =>
  formatDig({ ...resolution, flags: ['qr', 'rd', 'ra'], additional: [] }, options);

/** One line a record, in columns: owner, TTL, class, type, data. */
function recordLines({ owner, ttl, rdata }: RRset, widest: number): string[] {
  return rdata.map((one) => {
    return `${owner.padEnd(widest)} ${String(ttl).padEnd(7)} IN ${one.type.padEnd(5)} ${formatRdata(one)}`.trimEnd();
  });
}

function footer({ server, when }: DigOptions): string[] {
  const lines: string[] = [];
  if (server) lines.push(`;; SERVER: ${server.address}#53${server.name ? ` (${server.name})` : ''}`);
  if (when !== undefined) lines.push(`;; WHEN: ${formatInstant(when)} UTC`);
  return lines.length === 0 ? [] : ['', ...lines];
}

const widthOf = ({ owner }: RRset): number => owner.length;
const countRecords = (rrsets: readonly RRset[]): number => rrsets.reduce((sum, { rdata }) => sum + rdata.length, 0);
