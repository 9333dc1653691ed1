import { letterOf, type Presentation } from '../src/items/presentation.ts';
import { showValue } from '../src/items/value.ts';
import type { Scene } from './scene.ts';

/** A line to type, and what its reply is an example of. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** What to type; where that depends on it, of the last question. `#ASKED` stands for the question posted last, `#DOMAIN` for the domain last spoken of. */
  readonly line: string | ((put: Presentation) => string);
  /** The id of the one question that may be put. */
  readonly item?: string;
  /** The menu or form of the reply, shown opened too. */
  readonly opened?: Pick<Scene, 'id' | 'title' | 'view'>;
  /** What is posted after it, in order, by the clock: that many seconds later. */
  readonly posts?: { readonly after: number; readonly scenes: readonly Pick<Scene, 'id' | 'title'>[] };
}

const OWN = `$ORIGIN maplewick-example.net.
$TTL 300
@ SOA ns1 hostmaster 1 7200 900 1209600 300
  NS ns1
ns1 A 192.0.2.11
www A 192.0.2.80
*.shop A 192.0.2.81
sub NS ns.sub
ns.sub A 192.0.2.12`;
const FAULTY = OWN.replace('192.0.2.80', '192.0.2').replace('*.shop A 192.0.2.81', 'ns1 CNAME www');

// biome-ignore format: a table reads down its columns
/** One of each kind of reply, told as a learner would meet them. */
export const STEPS: readonly Step[] = [
  { id: 'help', title: 'All commands', line: '/help' },
  { id: 'question-single-choice', title: 'A question with one right option', line: '/quiz caches-after-a-change', item: 'caches.old-zone-still-answers' },
  { id: 'hint', title: 'A hint', line: '/hint' },
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
  { id: 'why-rule', title: 'Deeper: the rule behind it', line: '/why 3' },
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
  { id: 'predict', title: 'A look-up predicted, then run', line: '/predict quillcove-example.com NS nodata' },
  { id: 'check', title: 'What is wrong with a zone file', line: `/check ${FAULTY}` },
  { id: 'import', title: 'A zone file asked for', line: '/import', opened: { id: 'import-form', title: 'The form for it', view: 'form' } },
  { id: 'import-taken', title: 'A zone of one’s own', line: `/import ${OWN}` },
  { id: 'predict-own', title: 'A look-up chosen from it', line: '/predict' },
  { id: 'lesson', title: 'A lesson begins', line: '/lesson start two-jobs' },
  { id: 'lesson-step', title: 'A step of it, with who holds what', line: '/lesson next' },
  { id: 'lesson-prediction', title: 'A step that asks what will come', line: '/lesson next' },
  { id: 'lab-list', title: 'The labs, by stages', line: '/lab list' },
  { id: 'lab', title: 'A lab begins', line: '/lab start point-the-domain-at-your-zone' },
  { id: 'lab-status', title: 'What came of each check', line: '/status' },
  { id: 'lab-hint', title: 'A hint in a lab', line: '/hint' },
  { id: 'lab-solution', title: 'The model solution, asked for on purpose', line: '/solution show' },
  { id: 'check-domain', title: 'What is wrong with a domain, and who must act', line: '/check #DOMAIN' },
  { id: 'agenda', title: 'What comes next by itself', line: '/wait' },
  { id: 'bill', title: 'Who paid whom, and what comes next', line: '/bill' },
  { id: 'move', title: 'A move to be put in order', line: '/move hosting-in-use' },
  { id: 'move-played', title: 'An order played, with its outage', line: '/move hosting-in-use b c d e a' },
  { id: 'report', title: 'A question reported', line: '/report The story does not say who pays.' },
  { id: 'reports', title: 'The organisers’ queue of reports', line: '/reports' },
  { id: 'me', title: 'What a learner knows', line: '/me' },
  { id: 'review', title: 'What was missed, again', line: '/review' },
  { id: 'scores', title: 'How a learner has done', line: '/scores' },
  { id: 'join', title: 'Joining the boards', line: '/scores join' },
  { id: 'board', title: 'The board of a channel', line: '/scores channel week' },
  { id: 'settings', title: 'What can be set', line: '/settings' },
  { id: 'link', title: 'A code to type on another platform', line: '/link' },
  { id: 'concepts', title: 'What there is to know', line: '/concepts' },
  { id: 'organisers', title: 'Who may organise', line: '/organisers allow @41771983423143936' },
  { id: 'daily', title: 'A daily prompt set', line: '/daily set 13:00 UTC here',
    posts: { after: 1800, scenes: [{ id: 'prompt', title: 'The prompt, when its time has come' }] } },
  { id: 'pick-prompt', title: 'A response to it, for the learner alone', line: '/pick #ASKED a' },
  { id: 'daily-off', title: 'The prompt taken away again', line: '/daily off' },
  { id: 'round', title: 'A round begins: what its host sees', line: '/round start referral-or-answer questions=1 pace=90s',
    posts: { after: 1, scenes: [
      { id: 'round-announced', title: 'What the channel sees' }, { id: 'round-thread', title: 'The thread of the round' },
      { id: 'round-question', title: 'A question of a round, in its thread' } ] } },
  { id: 'pick', title: 'A response in a round, for the learner alone', line: '/pick #ASKED a',
    posts: { after: 200, scenes: [
      { id: 'reveal', title: 'The reveal, in the place of the question' }, { id: 'podium', title: 'The end of a round' } ] } },
  { id: 'group', title: 'What a group gets wrong', line: '/group' },
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
