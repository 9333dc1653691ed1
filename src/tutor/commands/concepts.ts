import { percent } from '../../base/percent.ts';
import type { Instant } from '../../base/time.ts';
import { hasBeenMet } from '../../learning/choose.ts';
import type { Concept } from '../../learning/concept.ts';
import { isDue, type Memory, type MemoryParameters, retrievability } from '../../learning/memory.ts';
import { type Content, declare } from '../command.ts';
import { button, type Choice, fields, heading, reply, text } from '../reply.ts';
import { memoryParameters } from '../settings/memory-settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import { spanInWords } from '../span-words.ts';
import { type DueNow, dueOf, waitingWords } from '../today.ts';

export const concepts = declare({
  name: 'concepts',
  summary: 'List the concepts: what is due, what is new, what comes back when, what is for later.',
  options: {},
  examples: ['/concepts'],
  async handle(context) {
    const { store, learner, content, now } = context;
    const memories = await store.memories(learner);
    const due = await dueOf(context);
    const parameters = memoryParameters(await settled(store, learnerSubject(learner)));
    const line = ({ id, title }: Concept) => `${title}${statusOf(memories.get(id), now, parameters)}`;
    const byState = Map.groupBy(content.concepts, (concept) => stateOf(concept, memories, now));
    const groups = [...due.today, ...STATES.flatMap((state) => byState.get(state) ?? [])];
    const rows = STATES.flatMap((state) => {
      const known = (state === DUE ? due.today : (byState.get(state) ?? [])).map(line);
      const lines = state === DUE ? [...known, ...waiting(due)] : state === LATER ? begun(known) : known;
      return lines.length === 0 ? [] : [[state, lines.join('\n')] as const];
    });
    return reply(
      [heading('Concepts'), fields(...rows), ...(memories.size > 0 ? [text(RECALL)] : [])],
      [...practise([...new Set(groups)], content), button('Next question', '/quiz')],
    );
  },
});

const DUE = 'Due now';
const LATER = 'Later, after others';
/** In the order in which they are shown; what is due comes first, as it does in `/quiz`. */
const STATES = [DUE, 'New and ready', 'Coming back', LATER] as const;
type State = (typeof STATES)[number];

function stateOf({ id, requires }: Concept, memories: ReadonlyMap<string, Memory>, now: Instant): State {
  const memory = memories.get(id);
  if (memory) return isDue(memory, now) ? DUE : 'Coming back';
  return requires.every((each) => hasBeenMet(memories.get(each))) ? 'New and ready' : LATER;
}

const RECALL = 'Recall is the chance that you still know it now.';

/** When it comes back, and how likely it is recalled now; nothing of what is not known yet. */
function statusOf(memory: Memory | undefined, now: Instant, parameters: MemoryParameters): string {
  if (memory === undefined) return '';
  const back = isDue(memory, now) ? '' : `, in ${spanInWords(memory.due - now)}`;
  return `${back} (recall ${percent(retrievability(memory, now, parameters))})`;
}

/** That some of what is due waits, if some does. */
function waiting(due: DueNow): readonly string[] {
  const words = waitingWords(due);
  return words === undefined ? [] : [words];
}

const MOST_LATER = 5;

/** Those that come next, and how many more there are. */
const begun = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST_LATER + 1 ? lines : [...lines.slice(0, MOST_LATER), `and ${lines.length - MOST_LATER} more`];

/** A menu of those that there are questions about. */
function practise(shown: readonly Concept[], { items }: Content): readonly Choice[] {
  const asked = new Set([...items.values()].map(({ concept }) => concept));
  const values = shown.filter(({ id }) => asked.has(id)).map(({ id, title }) => ({ label: title, value: id }));
  return values.length === 0
    ? []
    : [{ kind: 'menu', label: 'Practise a concept', values, most: 1, command: '/quiz {}' }];
}
