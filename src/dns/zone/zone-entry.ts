import { isAbsolute, type Name, parseNameIn } from '../name.ts';
import { nameProblem } from '../name-problem.ts';
import { namesIn } from '../rdata/names.ts';
import { readRdata } from '../rdata/text.ts';
import type { RRset, RRType } from '../record.ts';
import { parseType } from '../rr-type.ts';
import { shownText, type Token } from '../tokens.ts';
import { MAX_TTL, parseTtl } from '../ttl.ts';
import type { RecordWarning } from './finding.ts';
import { expandGenerate, MAX_GENERATED } from './generate.ts';
import type { MasterLine, ZoneFault } from './master-line.ts';

/** A single record as a set of one, and the word that it starts with. */
export interface ReadRecord {
  readonly rrset: RRset;
  readonly at: Token;
}

/** What is known while a master file is read: origin, last owner, and the TTL for records that give none. */
export interface ReadState {
  origin: Name;
  spelledOrigin: string;
  owner: Name | undefined;
  ttl: number | undefined;
  ttlIsDefault: boolean;
  /** How many records `$GENERATE` has made. */
  generated: number;
  readonly mostGenerated: number;
  readonly defaultTtl: number | undefined;
  readonly records: ReadRecord[];
  readonly faults: ZoneFault[];
  readonly warnings: RecordWarning[];
  readonly spellings: Map<Name, string>;
}

export const startReading = (
  origin: Name,
  defaultTtl: number | undefined,
  mostGenerated = MAX_GENERATED,
): ReadState => ({
  origin,
  spelledOrigin: origin,
  owner: undefined,
  ttl: undefined,
  ttlIsDefault: false,
  generated: 0,
  mostGenerated,
  defaultTtl,
  records: [],
  faults: [],
  warnings: [],
  spellings: new Map(),
});

/** Reads one entry, a record or a control entry, into the state. RFC 1035 §5.1. */
export function readEntry(line: MasterLine, state: ReadState): void {
  const [first] = line.tokens;
  if (first === undefined) return;
  const control = !line.indented && !first.quoted && first.text.startsWith('$');
  if (line.broken && !line.indented && !control) state.owner = readOwner(first, state);
  if (line.broken) return;
  if (control) readControl(line, first, state);
  else readRecord(line, first, state);
}

function readControl(line: MasterLine, control: Token, state: ReadState): void {
  const [, argument = control, extra] = line.tokens;
  switch (control.text.toUpperCase()) {
    case '$ORIGIN':
      if (argument === control || argument.quoted || extra)
        fault(state, control, '$ORIGIN takes one name, without quotes: $ORIGIN example.test.');
      else changeOrigin(argument, state);
      break;
    case '$TTL':
      if (extra || argument.quoted || argument === control)
        fault(state, extra ?? control, '$TTL takes one TTL, like 3600 or 1h');
      else changeTtl(argument, state);
      break;
    case '$GENERATE':
      readGenerate(line, control, state);
      break;
    case '$INCLUDE':
      fault(state, control, '$INCLUDE is refused: put the other file’s records here');
      break;
    default:
      fault(state, control, `${shownText(control.text)} is no control entry: there are $ORIGIN, $TTL and $GENERATE`);
  }
}

function changeOrigin(argument: Token, state: ReadState): void {
  const origin = readName(argument, state);
  if (origin === undefined) return;
  state.spelledOrigin = spelling(argument.text, state);
  state.origin = origin;
}

/** Reads the records of a `$GENERATE`. Of those that are wrong it tells once, with the first number. */
function readGenerate(line: MasterLine, control: Token, state: ReadState): void {
  const { mostGenerated } = state;
  const generated = expandGenerate(line, mostGenerated - state.generated, mostGenerated);
  if (!generated.ok) fault(state, control, generated.problem);
  if (!generated.ok) return;
  state.generated += generated.value.length;
  const { owner } = state;
  const wrong: string[] = [];
  for (const { number, line: one } of generated.value) {
    const known = state.faults.length;
    readRecord(one, one.tokens[0] ?? control, state);
    const [first] = state.faults.splice(known);
    if (first) wrong.push(`$GENERATE goes wrong at ${number}: ${first.message}`);
  }
  state.owner = owner;
  const more = wrong.length > 1 ? ` (and at ${wrong.length - 1} more numbers)` : '';
  if (wrong[0] !== undefined) fault(state, control, wrong[0] + more);
}

function changeTtl(argument: Token, state: ReadState): void {
  const ttl = readTtl(argument, state);
  if (ttl === undefined) fault(state, argument, '$TTL takes one TTL, like 3600 or 1h');
  else Object.assign(state, { ttl, ttlIsDefault: true });
}

function readRecord({ tokens, indented }: MasterLine, first: Token, state: ReadState): void {
  const rest = indented ? [...tokens] : tokens.slice(1);
  if (!indented) state.owner = readOwner(first, state);
  else if (!state.owner) fault(state, first, 'there is no owner name before this to repeat');
  const head = readHead(rest, first, state);
  if (!head || !state.owner) return;

  const rdata = readRdata(head.type, rest, state.origin);
  if (!rdata.ok) {
    for (const { token, message } of rdata.problem) fault(state, token ?? rest[0] ?? head.at, message);
    return;
  }
  keepLetters(namesIn(rdata.value), rest, state);
  const minimum = rdata.value.type === 'SOA' ? rdata.value.minimum : undefined;
  const ttl = head.ttl ?? state.ttl ?? state.defaultTtl ?? minimum;
  if (ttl === undefined) {
    fault(state, first, 'there is no TTL here, none before it, and no $TTL');
    return;
  }
  if (ttl === state.defaultTtl && head.ttl === undefined && state.ttl === undefined) {
    const message = `there is no TTL here, none before it, and no $TTL: ${ttl} is taken`;
    state.warnings.push({ kind: 'no-ttl', owner: state.owner, line: first.line, column: first.column, message });
  }
  const isMinimum = (head.ttl ?? state.ttl ?? state.defaultTtl) === undefined;
  if (!state.ttlIsDefault) Object.assign(state, { ttl, ttlIsDefault: isMinimum });
  state.records.push({ rrset: { owner: state.owner, ttl, rdata: [rdata.value] }, at: first });
}

interface Head {
  readonly ttl: number | undefined;
  readonly type: RRType;
  /** The word of the type. */
  readonly at: Token;
}

/** Takes TTL and class, in either order or missing, and the type from the front of the words. */
function readHead(rest: Token[], at: Token, state: ReadState): Head | undefined {
  let ttl: number | undefined;
  let clas: string | undefined;
  for (let token = rest.shift(); token; token = rest.shift()) {
    const word = token.quoted ? '' : token.text.toUpperCase();
    if (ttl === undefined && /^-?\d/.test(word)) {
      ttl = readTtl(token, state);
      if (ttl !== undefined) continue;
      return fault(
        state,
        token,
        `a TTL is a number from 0 to ${MAX_TTL} or like 1h30m, not “${shownText(token.text)}”`,
      );
    }
    if (clas === undefined && /^(IN|CH|CS|HS|NONE|ANY|CLASS\d+)$/.test(word)) {
      clas = word;
      if (word === 'IN' || word === 'CLASS1') continue;
      return fault(state, token, `only class IN is served here, not ${shownText(word)}`);
    }
    const type = parseType(word);
    return type
      ? { ttl, type, at: token }
      : fault(state, token, `“${shownText(token.text)}” is no record type, like A or TYPE65280`);
  }
  return fault(state, at, 'a record needs a type and its data');
}

/** A TTL up to 2^32 − 1; one above 2^31 − 1 counts as 0, and is warned of. RFC 2181 §8. */
function readTtl({ text, line, column }: Token, state: ReadState): number | undefined {
  const ttl = parseTtl(text, 0xffff_ffff);
  if (ttl === undefined || ttl <= MAX_TTL) return ttl;
  const owner = state.owner ?? state.origin;
  state.warnings.push({
    kind: 'ttl-too-large',
    owner,
    line,
    column,
    message: `a TTL is at most ${MAX_TTL}: servers take ${ttl} as 0, or refuse it`,
  });
  return 0;
}

function readOwner(token: Token, state: ReadState): Name | undefined {
  const owner = readName(token, state);
  if (owner) keepLetters([owner], [token], state);
  return owner;
}

/** Keeps how each of the names is written in these words, if not in lower case and not written otherwise before. */
function keepLetters(names: readonly Name[], words: readonly Token[], state: ReadState): void {
  for (const { text } of words) {
    const written = spelling(text, state);
    const named = written.toLowerCase() as Name;
    if (written !== named && names.includes(named) && !state.spellings.has(named)) state.spellings.set(named, written);
  }
}

function readName(token: Token, state: ReadState): Name | undefined {
  const parsed = parseNameIn(token.text, state.origin);
  return parsed.ok ? parsed.value : fault(state, token, nameProblem(parsed.problem));
}

function spelling(text: string, { spelledOrigin }: ReadState): string {
  if (text === '@') return spelledOrigin;
  if (isAbsolute(text)) return text;
  return spelledOrigin === '.' ? `${text}.` : `${text}.${spelledOrigin}`;
}

/** Notes a fault; gives nothing, so that a reader can return it in place of a value. */
function fault(state: ReadState, { line, column }: Token, message: string): undefined {
  state.faults.push({ line, column, message });
}
