import type { Instant } from '../../base/time.ts';
import type { Concept } from '../../learning/concept.ts';
import { type Memory, type MemoryParameters, retrievability } from '../../learning/memory.ts';
import { type Block, heading } from '../reply.ts';

const MOST = 3;

/** The concepts that the learner would recall least likely just now, and those that they would most likely. */
export function recallBlocks(
  concepts: readonly Concept[],
  memories: ReadonlyMap<string, Memory>,
  now: Instant,
  parameters: MemoryParameters,
): readonly Block[] {
  const known = concepts
    .flatMap(({ id, title }) => {
      const memory = memories.get(id);
      return memory ? [{ label: title, share: retrievability(memory, now, parameters) }] : [];
    })
    .toSorted((one, other) => one.share - other.share);
  const weakest = known.slice(0, Math.min(MOST, Math.ceil(known.length / 2)));
  const strongest = known.slice(weakest.length).toReversed().slice(0, MOST);
  return [
    ...metersUnder('Weakest, by the chance that you recall it now', weakest),
    ...metersUnder('Strongest', strongest),
  ];
}

function metersUnder(
  title: string,
  rows: readonly { readonly label: string; readonly share: number }[],
): readonly Block[] {
  if (rows.length === 0) return [];
  return [heading(title), ...rows.map((row): Block => ({ kind: 'meter', ...row, text: '' }))];
}
