import { assertNever } from '../base/result.ts';
import type { Name } from '../dns/name.ts';
import { parseName } from '../dns/name.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { readDigOutput } from './read-dig.ts';
import { readOwnWhois } from './read-own-whois.ts';
import { readRdap } from './read-rdap.ts';
import { looksShort, readShort } from './read-short.ts';
import { asOfIn, readWhois } from './read-whois.ts';
import type { Absence, Line, LineNote, Transcript } from './transcript.ts';

/** What was read, and everything that could not be, in the order of lines. */
export interface ReadTranscript extends Transcript {
  readonly faults: readonly LineNote[];
}

/**
 * Whether a text is, or begins as, what dig, whois or RDAP print, rather than a master file: it has a comment, a label, a
 * command or an object of theirs, or holds nothing but whole records as `dig +noall +answer` prints them, without an SOA.
 */
export function looksLikeTranscript(text: string): boolean {
  if (/^\s*\$(?:ORIGIN|TTL|GENERATE|INCLUDE)\b/im.test(text)) return false;
  if (/->>HEADER<<-|^; ?<<>> DiG |^;; (?:[A-Z]+ SECTION:|Received \d|SERVER:|WHEN:|flags:)/m.test(text)) return true;
  const pieces = piecesOf(text);
  if (pieces.some(({ kind, command }) => command !== undefined || kind === 'whois' || kind === 'json')) return true;
  const lines = pieces.flatMap(({ lines }) => lines).filter(({ text: each }) => each !== '');
  if (lines.length > 0 && lines.every(looksShort)) return true;
  return (
    pieces.length > 0 &&
    pieces.every(({ kind }) => kind === 'dig') &&
    !/\sSOA\s/.test(text) &&
    lines.some(({ text: each }) => !each.startsWith(';'))
  );
}

/** Reads what was pasted: the output of any of these programs, one after another. */
export function readTranscript(text: string): ReadTranscript {
  const parts = piecesOf(text).map(readPiece);
  const replies = parts.flatMap((part) => part.replies ?? []);
  const records = parts.flatMap((part) => part.records ?? []);
  const absences = parts.flatMap((part) => part.absences ?? []);
  const faults = parts.flatMap((part) => part.faults ?? []);
  const isEmpty = replies.length + records.length + absences.length + faults.length === 0;
  return {
    replies,
    records,
    absences,
    passedOver: inOrder(parts.flatMap((part) => part.passedOver ?? [])),
    faults: inOrder(isEmpty ? [{ line: 1, message: EXPECTED }] : faults),
  };
}

const EXPECTED =
  'nothing here is the output of `dig`, `whois` or RDAP: `dig` prints records as `example.com. 300 IN A 192.0.2.1`, `whois` a line `Domain Name: example.com`, RDAP a JSON object with an `ldhName`';

type Part = Partial<ReadTranscript>;

function readPiece(piece: Piece): Part {
  const { kind, command, lines } = piece;
  const body = command === undefined ? lines : lines.slice(1);
  switch (kind) {
    case 'dig':
      return readDigOutput(body, command?.tool === 'dig' ? command : undefined);
    case 'short':
      return command?.tool === 'dig' ? readShort(body, command, lines[0]?.number ?? 1) : {};
    case 'whois':
      return readRegistry(piece, body);
    case 'json': {
      const { record, absence, fault } = readRdap(lines);
      return { records: record ? [record] : [], absences: absence ? [absence] : [], faults: fault ? [fault] : [] };
    }
    case 'other':
      return readOther(lines);
    default:
      return assertNever(kind);
  }
}

/** Lines that nothing printed which is read here; of data alone there is no telling what was asked for. */
function readOther(lines: readonly Line[]): Part {
  const said = lines.filter(({ text }) => text !== '');
  const short = said.filter(looksShort);
  if (short.length > 0 && short.length === said.length) {
    const message =
      'this is data without its question, as `dig +short` prints it: send the command above it too, as `dig +short example.com A`';
    return { faults: [{ line: short[0]?.number ?? 1, message }] };
  }
  return {
    passedOver: said.map(({ number: line }) => ({ line, message: 'neither a record nor a line about the domain' })),
  };
}

function readRegistry({ command, lines }: Piece, body: readonly Line[]): Part {
  const own = readOwnWhois(lines);
  if (own) return { records: [own] };
  const records = readWhois(body);
  const asOf = asOfIn(body);
  const [first] = body.filter(({ text }) => text !== '');
  const gone = body.find(({ text }) => NOBODY.test(text));
  if (gone && !records.some(({ registrar }) => registrar)) {
    const domain = namedIn(gone.text) ?? (command?.tool === 'whois' ? command.domain : undefined);
    const absence: Absence = { line: gone.number, ...(domain && { domain }), ...(asOf && { asOf }) };
    return { absences: [absence] };
  }
  const refused = body.find(({ text }) =>
    /(?:quota|limit) (?:has been )?exceeded|too many (?:requests|queries)/i.test(text),
  );
  if (refused)
    return {
      faults: [
        { line: refused.number, message: 'the whois server refused to say: ask it again later, or send RDAP output' },
      ],
    };
  if (records.length === 0)
    return {
      faults: [
        {
          line: first?.number ?? lines[0]?.number ?? 1,
          message: 'whois output about a domain has a line `Domain Name: example.com`, and there is none here',
        },
      ],
    };
  const cut = records.filter(
    ({ registrar, created, expires, nameServers }) => !registrar && !created && !expires && nameServers.length === 0,
  );
  return {
    records: records.filter((each) => !cut.includes(each)),
    faults: cut.map(({ line, domain }) => ({
      line,
      message: `the record of ${domain.slice(0, -1)} is cut off: after its name a registrar, dates and name servers are expected, as \`Registrar: …\` and \`Name Server: …\``,
    })),
  };
}

/** What the registries say of a name that nobody holds. */
const NOBODY =
  /^[\s%>]*(?:no match\b|not found\b|no data found\b|domain not found\b|no entries found\b|nothing found\b|the queried object does not exist|this domain name has not been registered|domain .* (?:is )?(?:available|not registered|not found)|status:\s*(?:free|available)\b)/i;

/** Of a sentence that names a domain. */
const MOST_LETTERS = 400;

function namedIn(text: string): Name | undefined {
  const [, quoted, bare] = /"([^"]+)"|\b((?:[\w-]+\.)+[a-z][\w-]*)\b/i.exec(text.slice(0, MOST_LETTERS)) ?? [];
  const parsed = parseName(quoted ?? bare ?? '');
  return parsed.ok && parsed.value.slice(0, -1).includes('.') ? parsed.value : undefined;
}

const inOrder = (notes: readonly LineNote[]): readonly LineNote[] => notes.toSorted((a, b) => a.line - b.line);
