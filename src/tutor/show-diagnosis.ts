import { assertNever } from '../base/result.ts';
import { formatDuration } from '../base/time.ts';
import type { Diagnosis } from '../diagnosis/diagnose.ts';
import { saidIn } from '../diagnosis/exchange.ts';
import { type Evidence, type Finding, isAmiss, LEVELS } from '../diagnosis/finding.ts';
import type { Question } from '../dns/message.ts';
import { displayName } from '../dns/name.ts';
import { RESOLVER } from '../world/ask.ts';
import type { World } from '../world/world.ts';
import { findNameServer } from './find-name-server.ts';
import { capitalised, counted, inCode, list } from './names.ts';
import { drawn, type Pictures } from './pictures.ts';
import {
  type Block,
  type Button,
  button,
  type Choice,
  type Field,
  fieldsOf,
  type Reply,
  reply,
  text,
} from './reply.ts';
import { type OpenWorld, worldName } from './worlds.ts';

/** Findings shown one by one, and questions that are offered to put again. */
const MOST_FINDINGS = 5;
const MOST_QUESTIONS = 3;
const MOST_EVIDENCE = 3;

/** A diagnosis: the sentence first, then the worst findings with what shows them, the rest counted. */
export function showDiagnosis(open: OpenWorld, found: Diagnosis, pictures?: Pictures): Reply {
  const { asked, domain, sentence, findings } = found;
  const telling = findings.filter(({ level }) => level !== 'info');
  const shown = telling.slice(0, MOST_FINDINGS);
  const within =
    asked === domain ? [] : [text(`${inCode(asked)} is a name in the zone ${inCode(domain)}, which was looked at.`)];
  const listed: readonly Block[] = shown.length > 0 ? [fieldsOf(shown.map(fieldOf))] : [];
  const rest = findings.filter((finding) => !shown.includes(finding));
  const seen = drawn(pictures, open.world, (draw, of) => draw.map(open.world, of, { cause: found }), domain);
  return reply([text(sentence), ...within, ...seen, ...listed, text(restOf(open, rest))], choicesFor(open, found));
}

function fieldOf({ level, test, tag, says, evidence }: Finding): Field {
  const name = [capitalised(level), test, ...(tag === undefined ? [] : [tag])].join(' · ');
  const more = evidence.length - MOST_EVIDENCE;
  const lines = evidence.slice(0, MOST_EVIDENCE).map(evidenceLine);
  return { name, value: [says, ...lines, ...(more > 0 ? [`and ${more} more like these`] : [])].join('\n') };
}

function evidenceLine(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'asked': {
      const { server, question } = evidence.exchange;
      return `\`@${displayName(server.name)} ${questionWords(question)}\`: ${saidIn(evidence.exchange)}`;
    }
    case 'looked-up': {
      const whom = evidence.resolver === undefined ? 'looked up' : `@${evidence.resolver}`;
      return `\`${whom} ${questionWords(evidence.question)}\`: ${evidence.says}`;
    }
    case 'told':
      return `\`${evidence.by}\`: ${evidence.says}`;
    default:
      return assertNever(evidence);
  }
}

const questionWords = ({ qname, qtype }: Question): string => `${displayName(qname)} ${qtype}`;

/** How many findings are not shown, by level, and where all of this was looked at. */
function restOf(open: OpenWorld, rest: readonly Finding[]): string {
  const whom = open.kind === 'own' ? 'the servers' : 'servers and registry';
  const where = `All of it was asked in ${worldName(open)}, from ${whom} directly.`;
  if (rest.length === 0) return where;
  const byLevel = Map.groupBy(rest, ({ level }) => level);
  const parts = LEVELS.toReversed().flatMap((level) => {
    const count = byLevel.get(level)?.length ?? 0;
    if (count === 0) return [];
    return [level === 'info' ? `${counted(count, 'test')} passed` : counted(count, level)];
  });
  return `Besides: ${list(parts)}. ${where}`;
}

/** What to do next: put the questions again that show the worst, let the time go by that is needed, or look around. */
function choicesFor({ kind, world }: OpenWorld, { findings, domain, verdict, until }: Diagnosis): readonly Choice[] {
  const worst =
    findings.filter(isAmiss).length > 0 ? findings.filter(isAmiss) : findings.filter(({ test }) => test === 'caches');
  const questions = worst.flatMap(({ evidence }) => evidence.flatMap((each) => askAgain(world, each, domain)));
  const once = questions.filter(
    ({ command }, place) => questions.findIndex((other) => other.command === command) === place,
  );
  const canWait = verdict === 'wait' && until !== undefined && kind !== 'question';
  const span = until === undefined ? '' : formatDuration(until - world.now);
  return [
    ...once.slice(0, MOST_QUESTIONS),
    ...(canWait ? [button('Let that time go by', `/wait ${span}`)] : []),
    ...(questions.length === 0 ? [button('Trace it', `/trace ${displayName(domain)}`)] : []),
    button('Who holds what', '/world'),
  ];
}

/** A button that puts a question once more, where somebody answers to the name that was asked. */
function askAgain(world: World, evidence: Evidence, domain: Question['qname']): readonly Button[] {
  switch (evidence.kind) {
    case 'asked': {
      const { server, question } = evidence.exchange;
      const name = displayName(server.name);
      if (findNameServer(world, name) !== server.name) return [];
      return [asButton(`Ask ${name}`, `/dig ${questionWords(question)} @${name}`)];
    }
    case 'looked-up': {
      const at = evidence.resolver === undefined || evidence.resolver === RESOLVER ? '' : ` @${evidence.resolver}`;
      return [asButton(`Look up ${questionWords(evidence.question)}`, `/dig ${questionWords(evidence.question)}${at}`)];
    }
    case 'told':
      return evidence.by === 'whois' ? [asButton('Ask the registry', `/whois ${displayName(domain)}`)] : [];
    default:
      return assertNever(evidence);
  }
}

const asButton = (label: string, command: string): Button => ({ kind: 'button', label, command });
