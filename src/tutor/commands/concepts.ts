import type { Instant } from '../../base/time.ts';
import { hasBeenMet } from '../../learning/choose.ts';
import type { Concept } from '../../learning/concept.ts';
import { isDue, type Memory } from '../../learning/memory.ts';
import { declare } from '../command.ts';
import { list } from '../names.ts';
import { button, fields, heading, reply } from '../reply.ts';
import { spanInWords } from '../span-words.ts';

export const concepts = declare({
  name: 'concepts',
  summary: 'List the concepts, in the order in which they build on each other.',
  options: {},
  examples: ['/concepts'],
  async handle({ store, learner, content, now }) {
    const memories = await store.memories(learner);
    const rows = content.concepts.map((concept) => {
      return [concept.title, `\`${concept.id}\`, ${stateOf(concept, memories, now)}`] as const;
    });
    return reply([heading('Concepts'), fields(...rows)], [button('Next question', '/quiz')]);
  },
});

function stateOf({ id, requires }: Concept, memories: ReadonlyMap<string, Memory>, now: Instant): string {
  const memory = memories.get(id);
  if (memory) return isDue(memory, now) ? 'due now' : `due in ${spanInWords(memory.due - now)}`;
  const missing = requires.filter((each) => !hasBeenMet(memories.get(each)));
  return missing.length === 0 ? 'new' : `new, after ${list(missing.map((each) => `\`${each}\``))}`;
}
