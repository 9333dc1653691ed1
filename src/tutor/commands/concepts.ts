import type { Instant } from '../../base/time.ts';
import { hasBeenMet } from '../../learning/choose.ts';
import type { Concept } from '../../learning/concept.ts';
import { isDue, type Memory } from '../../learning/memory.ts';
import { type Content, declare } from '../command.ts';
import { button, type Choice, fields, heading, reply } from '../reply.ts';
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
    const byState = Map.groupBy(content.concepts, (concept) => stateOf(concept, memories, now));
    const groups = [...due.today, ...STATES.flatMap((state) => byState.get(state) ?? [])];
    const rows = STATES.flatMap((state) => {
      const titles = (byState.get(state) ?? []).map(({ id, title }) => `${title}${whenBack(memories.get(id), now)}`);
      const lines = state === DUE ? dueLines(due) : state === LATER ? begun(titles) : titles;
      return lines.length === 0 ? [] : [[state, lines.join('\n')] as const];
    });
    return reply(
      [heading('Concepts'), fields(...rows)],
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

const whenBack = (memory: Memory | undefined, now: Instant): string =>
  memory === undefined || isDue(memory, now) ? '' : `, in ${spanInWords(memory.due - now)}`;

/** What there is room for today, the riskiest first, and what is to be said of the rest. */
const dueLines = (due: DueNow): readonly string[] => [
  ...due.today.map(({ title }) => title),
  ...(due.all > due.today.length ? [waitingWords(due) ?? ''] : []),
];

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
