import { letterOf, type Presentation } from '../src/items/presentation.ts';
import { showValue } from '../src/items/value.ts';
import type { Scene } from './scene.ts';

/** A line to type, and what its reply is an example of. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** What to type; where that depends on it, of the last question. `#ROUND` stands for the round begun last. */
  readonly line: string | ((put: Presentation) => string);
  /** The id of the one question that may be put. */
  readonly item?: string;
  /** The menu or form of the reply, shown opened too. */
  readonly opened?: Pick<Scene, 'id' | 'title' | 'view'>;
}

// biome-ignore format: a table reads down its columns
/** One of each kind of reply, told as a learner would meet them. */
export const STEPS: readonly Step[] = [
  { id: 'help', title: 'All commands', line: '/help' },
  { id: 'question-single-choice', title: 'A question with one right option', line: '/quiz caches-after-a-change', item: 'caches.old-zone-still-answers' },
  { id: 'feedback-right', title: 'A right response', line: right },
  { id: 'question-select-all', title: 'A question with several right options', line: '/quiz zone-is-at-the-host', item: 'zone.what-it-holds',
    opened: { id: 'menu', title: 'The menu of that question', view: 'menu' } },
  { id: 'feedback-partly-right', title: 'A partly right response', line: partly },
  { id: 'question-order', title: 'A question of order', line: '/quiz both-jobs-in-order', item: 'both.in-order',
    opened: { id: 'form', title: 'The form of that question', view: 'form' } },
  { id: 'unreadable', title: 'A response that cannot be read', line: 'the first one' },
  { id: 'feedback-order', title: 'A wrong order', line: tempted },
  { id: 'question-typed', title: 'A question to type a response to', line: '/quiz zone-without-delegation', item: 'undelegated.address' },
  { id: 'feedback-wrong', title: 'A wrong response that shows a misconception', line: tempted },
  { id: 'why', title: 'The question explained', line: '/why' },
  { id: 'evidence', title: 'A look-up in the world of the question', line: (put) => put.evidence[0] ?? '/world' },
  { id: 'register', title: 'A domain registered', line: '/register quillcove-example.com hover' },
  { id: 'host', title: 'A zone created', line: '/host quillcove-example.com route53' },
  { id: 'record', title: 'A record added', line: '/record add www.quillcove-example.com A 203.0.113.7 at=route53' },
  { id: 'zone', title: 'A zone file', line: '/zone quillcove-example.com' },
  { id: 'delegate', title: 'The delegation changed', line: '/delegate quillcove-example.com route53' },
  { id: 'dig', title: 'A look-up', line: '/dig www.quillcove-example.com' },
  { id: 'wait', title: 'Time goes by', line: '/wait 2d' },
  { id: 'trace', title: 'A look-up step by step', line: '/trace www.quillcove-example.com' },
  { id: 'whois', title: 'What the registry has on record', line: '/whois quillcove-example.com' },
  { id: 'world', title: 'Who holds what', line: '/world' },
  { id: 'refusal', title: 'What a company refuses', line: '/register quillcove-example.com porkbun' },
  { id: 'undo', title: 'The last change taken back', line: '/undo' },
  { id: 'scores', title: 'How a learner has done', line: '/scores' },
  { id: 'concepts', title: 'What there is to know', line: '/concepts' },
  { id: 'organisers', title: 'Who may organise', line: '/organisers allow @41771983423143936' },
  { id: 'round', title: 'A round for a whole channel', line: '/round start referral-or-answer' },
  { id: 'pick', title: 'A response in a round, for the learner alone', line: '/pick #ROUND.1 a' },
  { id: 'reveal', title: 'The reveal, in the place of the question', line: '/round reveal' },
  { id: 'help-on-one', title: 'One command explained', line: '/help dig' },
  { id: 'problem', title: 'A line that cannot be read', line: '/dgi www.quillcove-example.com' },
];

/** What is right, as a learner would type it. */
function right({ form }: Presentation): string {
  if (form.kind === 'typed') return showValue(form.key);
  return lettersOf(typeof form.key === 'number' ? [form.key] : form.key);
}

/** Not all of what is right, and nothing else. */
function partly({ form }: Presentation): string {
  if (form.kind !== 'select-all') throw new Error(`a question of kind ${form.kind} has no partly right response`);
  return lettersOf(form.key.slice(1));
}

/** What a misconception leads to. */
function tempted({ form, item }: Presentation): string {
  if (form.kind === 'order' && form.tempting[0]) return lettersOf(form.tempting[0].order);
  if (form.kind === 'typed' && form.tempting[0]) return showValue(form.tempting[0].value);
  throw new Error(`nothing tempts in ${item}`);
}

const lettersOf = (places: readonly number[]): string => places.map((place) => letterOf(place).toLowerCase()).join(' ');
