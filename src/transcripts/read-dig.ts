import { RCODES, type Rcode } from '../dns/message.ts';
import { type Name, parseName } from '../dns/name.ts';
import type { RRType } from '../dns/record.ts';
import { parseQType } from '../dns/rr-type.ts';
import { readDig, type ToolCommand } from './commands.ts';
import { type PrintedRecord, printedRecords, startsRecord } from './printed-records.ts';
import { readDate } from './read-date.ts';
import type { DnsReply, Line, LineNote, Section } from './transcript.ts';

type Dig = Extract<ToolCommand, { tool: 'dig' }>;

/** What dig, or kdig, printed: its replies, what was passed over, and what cannot be read. */
export interface DigOutput {
  readonly replies: readonly DnsReply[];
  readonly passedOver: readonly LineNote[];
  readonly faults: readonly LineNote[];
}

/** A reply while its lines are read. */
interface Draft extends Omit<DnsReply, 'line' | 'records' | 'question'> {
  line: number;
  question?: { readonly qname: Name; readonly qtype?: RRType | 'ANY' };
  rcode?: Rcode | 'timeout' | 'other';
  aa?: boolean;
  server?: string;
  when?: NonNullable<DnsReply['when']>;
  section: Section | undefined;
  inQuestion: boolean;
  isTrace: boolean;
  hasHeader: boolean;
  hasRecords: boolean;
  readonly counts: Map<Section, number>;
}

/**
 * Reads the lines of one or several runs of dig, in its default format, with sections or comments left out, and with
 * `+trace`. A reply whose header counts more records than there are is a fault: it was cut off.
 */
export function readDigOutput(lines: readonly Line[], command?: Dig): DigOutput {
  const drafts: Draft[] = [];
  const places = new Map<number, { readonly draft: Draft; readonly section: Section }>();
  let current = command;
  let draft = begin(lines[0]?.number ?? 1, command);
  const next = (line: number, given?: Dig) => {
    drafts.push(draft);
    current = given ?? current;
    draft = begin(line, current);
  };
  const printed = printedRecords(lines, (line) => {
    const { text, number } = line;
    const banner = /^; ?<<>> DiG \S+ <<>>(.*)$/i.exec(text);
    if (banner || (/->>HEADER<<-/.test(text) && (draft.hasHeader || draft.hasRecords)))
      next(number, banner ? readDig(banner[1] ?? '') : undefined);
    if (startsRecord(text)) {
      const section = draft.section ?? 'answer';
      draft.hasRecords = true;
      places.set(number, { draft, section });
      return true;
    }
    readComment(line, draft);
    // Only a trace says so after each step.
    if (/^;; Received \d+ bytes from/.test(text)) {
      draft.isTrace = true;
      next(number + 1);
    }
    return false;
  });
  drafts.push(draft);
  const byDraft = Map.groupBy(printed.records, ({ line }) => places.get(line)?.draft);
  const referredTo = new Set<Name>();
  const replies = drafts.filter(saysSomething).map((each) => {
    const records = byDraft.get(each) ?? [];
    return each.isTrace ? stepOf(each, records, referredTo) : replyOf(each, records, places);
  });
  return {
    replies,
    passedOver: printed.passedOver,
    faults: [
      ...printed.faults,
      ...drafts.flatMap((each) =>
        cutOff(each, byDraft.get(each) ?? [], places, [...printed.passedOver, ...printed.faults]),
      ),
    ],
  };
}

const begin = (line: number, command: Dig | undefined): Draft => ({
  line,
  ...(command?.qname && { question: { qname: command.qname, qtype: command.qtype } }),
  ...(command?.server !== undefined && { server: command.server }),
  section: undefined,
  inQuestion: false,
  isTrace: command?.isTrace ?? false,
  hasHeader: false,
  hasRecords: false,
  counts: new Map(),
});

const saysSomething = ({ hasHeader, hasRecords, rcode }: Draft): boolean =>
  hasHeader || hasRecords || rcode !== undefined;

/** What a line says that is no record. */
function readComment({ text, number }: Line, draft: Draft): void {
  const [, status] = /->>HEADER<<-.*\bstatus: (\w+)/.exec(text) ?? [];
  if (status !== undefined) Object.assign(draft, { hasHeader: true, rcode: rcodeOf(status), line: number });
  const [, flags] = /^;; flags: ?([a-z ]*);/i.exec(text) ?? [];
  if (flags !== undefined) draft.aa = /\baa\b/.test(flags);
  const [counts = ''] = /\bQUERY: \d+[,;].*$/.exec(text) ?? [];
  for (const [, section = '', count] of counts.matchAll(/(ANSWER|AUTHORITY): (\d+)/g))
    draft.counts.set(section.toLowerCase() as Section, Number(count));
  const [, section] = /^;; (QUESTION|ANSWER|AUTHORITY|ADDITIONAL|[A-Z]+ PSEUDO)\s?SECTION:/.exec(text) ?? [];
  if (section !== undefined) {
    draft.inQuestion = section === 'QUESTION';
    draft.section = SECTIONS[section];
  }
  const question = draft.inQuestion ? /^;;? ?([^;\s]*\.)\s+(?:IN\s+)?(\S+)\s*$/.exec(text) : undefined;
  const qname = question && parseName(question[1] ?? '');
  const qtype = parseQType(question?.[2] ?? '');
  if (qname?.ok) draft.question = { qname: qname.value, ...(qtype && { qtype }) };
  if (/connection timed out|no servers could be reached/.test(text)) draft.rcode = 'timeout';
  readFooter({ text, number }, draft);
}

/** `ADDITIONAL` and the sections of a message that are no records of a zone are told apart, so that none is taken for an answer. */
const SECTIONS: Readonly<Record<string, Section | undefined>> = {
  ANSWER: 'answer',
  AUTHORITY: 'authority',
  ADDITIONAL: 'additional',
};

function readFooter({ text, number }: Line, draft: Draft): void {
  const [, address, name] =
    /^;; (?:SERVER:|Received \d+ bytes from|From) ([^\s#@]+)[#@]\d+(?: ?\(([^)\s]+)\))?/.exec(text) ?? [];
  if (address !== undefined)
    draft.server ??= name !== undefined && /[a-z]/i.test(name) && name !== 'UDP' && name !== 'TCP' ? name : address;
  const when = /^;; (?:WHEN|Time):? (.*)$/.exec(text);
  const at = when && readDate(when[1] ?? '');
  if (at !== undefined && at !== null) draft.when = { value: at, line: number };
}

const rcodeOf = (status: string): Rcode | 'other' => RCODES.find((each) => each === status) ?? 'other';

type Places = ReadonlyMap<number, { readonly section: Section }>;

function replyOf(draft: Draft, printed: readonly PrintedRecord[], places: Places): DnsReply {
  const records = printed.map((record) => ({ ...record, section: places.get(record.line)?.section ?? 'answer' }));
  return { ...headOf(draft), ...(draft.aa !== undefined && { aa: draft.aa }), records };
}

const headOf = ({ line, question, rcode, server, when }: Draft): Omit<DnsReply, 'records' | 'aa'> => ({
  line,
  ...(question && { question }),
  ...(rcode && { rcode }),
  ...(server !== undefined && { server }),
  ...(when && { when }),
});

/**
 * A step of a trace, which has no sections: a referral, or the answer of the zone's own server, which may be name
 * servers once more, of a name that was referred to before.
 */
function stepOf(draft: Draft, printed: readonly PrintedRecord[], referredTo: Set<Name>): DnsReply {
  const { question } = draft;
  const isAsked = ({ owner, rdata: { type } }: PrintedRecord): boolean => {
    if (question === undefined) return !OF_REFERRALS.has(type) && !isAddressOfServer(owner, printed);
    const isTarget = printed.some(({ rdata }) => 'target' in rdata && rdata.target === owner);
    const isOwnNs = type === 'NS' && question.qtype === 'NS' && referredTo.has(owner);
    return (owner === question.qname || isTarget) && (isOwnNs || !OF_REFERRALS.has(type));
  };
  const answers = new Set(answersIn(printed, isAsked));
  for (const { owner, rdata } of printed) if (rdata.type === 'NS') referredTo.add(owner);
  const sectionOf = (record: PrintedRecord): Section =>
    answers.has(record) ? 'answer' : 'address' in record.rdata ? 'additional' : 'authority';
  const records = printed.map((record) => ({ ...record, section: sectionOf(record) }));
  return { ...headOf(draft), aa: answers.size > 0, records };
}

/** The records of a step that answer, with their signatures. */
function answersIn(
  printed: readonly PrintedRecord[],
  isAsked: (record: PrintedRecord) => boolean,
): readonly PrintedRecord[] {
  const asked = printed.filter(isAsked);
  const owners = new Set(asked.map(({ owner }) => owner));
  return printed.filter(
    (record) => asked.includes(record) || (record.rdata.type === 'RRSIG' && owners.has(record.owner)),
  );
}

const isAddressOfServer = (owner: Name, printed: readonly PrintedRecord[]): boolean =>
  printed.some(({ rdata }) => rdata.type === 'NS' && rdata.nameServer === owner);

const OF_REFERRALS: ReadonlySet<string> = new Set(['NS', 'DS', 'RRSIG', 'NSEC', 'NSEC3']);

/** The sections of which fewer records are here than the header counts. */
function cutOff(
  { line, counts }: Draft,
  printed: readonly PrintedRecord[],
  places: Places,
  unread: readonly LineNote[],
): readonly LineNote[] {
  return [...counts].flatMap(([section, count]) => {
    const here = printed.filter((record) => places.get(record.line)?.section === section).length;
    const seen = here + unread.filter((note) => places.get(note.line)?.section === section).length;
    if (here === 0 && section === 'authority') return [];
    return seen >= count
      ? []
      : [
          {
            line,
            message: `the header counts ${count} in the ${section} section, and ${seen} can be read below it: the output is cut off, or lines of it are missing`,
          },
        ];
  });
}
