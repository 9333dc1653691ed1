import { labelsOf, type Name, ROOT } from '../../dns/name.ts';
import type { Resolution, TraceStep } from '../../dns/resolver/resolution.ts';
import { concluded } from '../../dns/resolver/trace.ts';
import { describeStep, questionText } from '../../dns/resolver/trace-words.ts';

/**
 * The sequence of one resolution: who was asked, in order, and what came back, with the same words as the text of a
 * trace. `lay-out-trace.ts` draws it, `describe-trace.ts` says it in words and in characters.
 */
export interface TraceModel {
  readonly kind: 'trace';
  readonly question: string;
  readonly rows: readonly TraceRow[];
  /** Steps that are left out, in the middle. */
  readonly left?: number;
  readonly result: string;
  readonly hasFailed: boolean;
  /** Extended errors, and the records that are given. */
  readonly errors: readonly string[];
  readonly records: readonly string[];
}

/** Whom a resolver asks: the four kinds of places that a name is looked for in. */
export const LANES = ['resolver', 'root', 'suffix', 'host'] as const;
export type Lane = (typeof LANES)[number];
export const LANE_TITLES: Readonly<Record<Lane, string>> = {
  resolver: 'Resolver',
  root: 'Root',
  suffix: 'TLD',
  host: 'DNS host',
};

export type TraceRow =
  /** A server is asked; no reply is a time-out. */
  | {
      readonly kind: 'ask';
      readonly number: number;
      readonly lane: Exclude<Lane, 'resolver'>;
      /** How deep within look-ups of name servers' addresses. */
      readonly depth: number;
      readonly asks: string;
      readonly reply?: readonly string[];
      /** What sort of reply it is, in a word. */
      readonly sort: 'referral' | 'answer' | 'none' | 'useless' | 'time-out';
    }
  /** Something that the resolver does by itself; `cache` where it remembers. */
  | { readonly kind: 'cache' | 'note'; readonly depth: number; readonly lines: readonly string[] };

/** Steps that are drawn of a long resolution: the first and the last of them. */
const MOST_ROWS = 26;

/** @param isSuffix whether a zone is one under which people register */
export function traceOf(resolution: Resolution, isSuffix: (zone: Name) => boolean): TraceModel {
  let number = 0;
  const rows = resolution.steps.map((step) => {
    if (step.kind === 'asked' || step.kind === 'timeout') number += 1;
    return rowOf(step, number, isSuffix);
  });
  const half = MOST_ROWS / 2;
  const isLong = rows.length > MOST_ROWS;
  const { result, errors, records } = concluded(resolution, number);
  return {
    kind: 'trace',
    question: questionText(resolution.question),
    rows: isLong ? [...rows.slice(0, half), ...rows.slice(-half)] : rows,
    ...(isLong && { left: rows.length - MOST_ROWS }),
    ...{ result, errors, records },
    hasFailed: resolution.outcome === 'failure',
  };
}

function rowOf(step: TraceStep, number: number, isSuffix: (zone: Name) => boolean): TraceRow {
  const { depth } = step;
  const [first = '', ...rest] = describeStep(step);
  if (step.kind !== 'asked' && step.kind !== 'timeout')
    return { kind: step.kind === 'cache-hit' ? 'cache' : 'note', depth, lines: [first, ...rest] };
  const { zone } = step.query;
  const lane = zone === ROOT ? 'root' : labelsOf(zone).length === 1 || isSuffix(zone) ? 'suffix' : 'host';
  const asked = { kind: 'ask', number, lane, depth, asks: first } as const;
  return step.kind === 'timeout' ? { ...asked, sort: 'time-out' } : { ...asked, reply: rest, sort: sortOf(step) };
}

function sortOf({ meaning }: Extract<TraceStep, { kind: 'asked' }>): 'referral' | 'answer' | 'none' | 'useless' {
  switch (meaning.kind) {
    case 'referral':
      return 'referral';
    case 'nodata':
    case 'nxdomain':
      return 'none';
    case 'unusable':
      return 'useless';
    default:
      return 'answer';
  }
}
