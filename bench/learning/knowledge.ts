import { DAY, SECOND } from '../../src/base/time.ts';
import type { Concept } from '../../src/learning/concept.ts';
import type { Chance } from './chance.ts';
import { BETWEEN_SESSIONS, type MemoryModel, type Moment, type Trace } from './memory-model.ts';

/** What a learner holds of each concept. */
export interface Knowledge {
  of(concept: string): Trace;
  /** The chance to recall the prerequisite that is least likely recalled; 1 without any. */
  prepared(concept: string, now: Moment): number;
}

/** Draws how hard each concept is to this learner, and what of the course was known before. */
export function drawKnowledge(
  concepts: readonly Concept[],
  memory: MemoryModel,
  forgetting: number,
  nature: Chance,
): Knowledge {
  const traces = new Map(concepts.map(({ id }) => [id, memory({ forgetting, hardness: nature.normal() })]));
  const requires = new Map(concepts.map((concept) => [concept.id, concept.requires]));
  const traceOf = (id: string): Trace => {
    const trace = traces.get(id);
    if (trace === undefined) throw new Error(`no concept ${id}`);
    return trace;
  };
  for (const id of drawKnown(concepts, nature)) learnBefore(traceOf(id));
  return {
    of: traceOf,
    prepared: (concept, now) => Math.min(1, ...(requires.get(concept) ?? []).map((id) => traceOf(id).recall(now))),
  };
}

/** Up to three in ten concepts; never a thing without what it builds on. */
function drawKnown(concepts: readonly Concept[], nature: Chance): ReadonlySet<string> {
  const share = nature.between(0, 0.3);
  const known = new Set<string>();
  for (const { id, requires } of concepts) {
    if (nature.happens(share) && requires.every((needed) => known.has(needed))) known.add(id);
  }
  return known;
}

/** Met three times in the months before. */
function learnBefore(trace: Trace): void {
  for (const day of [-90, -60, -30]) {
    trace.practise({ day, lived: ((day * DAY) / SECOND) * BETWEEN_SESSIONS }, day > -90);
  }
}
