import { formatLocal, localDate } from '../../src/base/local-time.ts';
import { seededRng } from '../../src/base/random.ts';
import { type Instant, instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import type { Zone } from '../../src/base/zone.ts';
import { doWhatIsDue } from '../../src/do-what-is-due.ts';
import { letterOf } from '../../src/items/presentation.ts';
import type { Content, Deps } from '../../src/tutor/command.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import type { Store } from '../../src/tutor/store.ts';
import { readPresentation } from '../../src/tutor/stored.ts';
import { person, type Venue } from '../../src/tutor/venue.ts';
import { noticeBoard } from '../notice-board.ts';
import { inWords } from './in-words.ts';

/** A study group in one channel, with the real tutor, a clock that is the story's, and all that is said written down. */
export interface StudyGroup {
  /** Lets time go by to an instant, doing whatever is due on the way. */
  readonly until: (at: Instant) => Promise<void>;
  /** Lets time go by until that question of a round stands in the channel. */
  readonly untilAsked: (number: number) => Promise<void>;
  readonly note: (words: string) => void;
  readonly say: (who: string, line: string) => Promise<Reply>;
  /** Responds to the question that was posted last, rightly or not. */
  readonly press: (who: string, isRight: boolean) => Promise<void>;
  /** Responds to the question that was put to them last, rightly or not. */
  readonly respond: (who: string, isRight: boolean) => Promise<void>;
  /** What was written down, as Markdown. */
  readonly transcript: () => string;
}

const ZONE = 'Europe/Lisbon' as Zone;
const ORGANISER = 'ana';
/** Prompts come in this minute, each at a second of its own. */
const PROMPT_MINUTE = '09:00';

/** @param start on the first day, before anything is said */
export function studyGroup(content: Content, store: Store, start: Instant): StudyGroup {
  const rng = seededRng(23);
  const board = noticeBoard();
  const lines: string[] = [];
  let now = start;
  let day = '';
  let made = 0;
  let lastQuestion = '';
  const deps: Deps = {
    ...{ store, content, courier: board.courier },
    ...{ newSeed: () => rng.integer(0, 2 ** 31 - 1), newId: () => `w${(made++).toString(36)}` },
  };
  const accountOf = (user: string): Account => ({ platform: 'slack', space: 'group', user });

  const write = (head: string, reply?: Reply): void => {
    const today = localDate(ZONE, now);
    if (today !== day) lines.push(`## ${dayName(now)}`, '');
    day = today;
    lines.push(`**${formatLocal(ZONE, now).slice(11)}** · ${head}`, '');
    if (reply) lines.push('```text', inWords(reply), '```', '');
  };
  const tick = async (): Promise<void> => {
    await doWhatIsDue(deps, ['slack'], () => now);
    for (const { reply, isReplaced } of board.take()) {
      write(isReplaced ? 'Hostmaster puts in the place of that message:' : 'Hostmaster, to everyone:', reply);
      [, lastQuestion = lastQuestion] = /\/pick #(\S+) a/.exec(JSON.stringify(reply.choices)) ?? [];
    }
  };
  const handle = async (who: string, line: string, head: string): Promise<Reply> => {
    const standing = async () => ({ manages: who === ORGANISER, members: [person(who)] });
    const venue: Venue = { standing, channel: 'dns' };
    const reply = await handleLine(deps, accountOf(who), now, line, venue);
    now = later(now, SECOND);
    write(`${head}${reply.audience === 'channel' ? '' : `; only ${nameOf(who)} sees:`}`, reply);
    await tick();
    return reply;
  };
  const letter = (body: string, isRight: boolean): string => {
    const { form } = readPresentation(body);
    if (form.kind !== 'single-choice' && form.kind !== 'true-false') throw new Error(`${form.kind} has no one letter`);
    const place = isRight ? form.key : form.options.findIndex((_, each) => each !== form.key);
    return letterOf(place);
  };

  const advance = async (at: Instant): Promise<void> => {
    now = at;
    await tick();
  };

  return {
    async untilAsked(number) {
      while (!lastQuestion.endsWith(`.${number}`)) await advance(later(now, SECOND));
    },
    async until(at) {
      while (now < at) {
        const isBusy = (await store.runningRounds(accountOf(ORGANISER))).some(({ pace }) => pace.kind === 'timed');
        const isDue = formatLocal(ZONE, now).endsWith(PROMPT_MINUTE);
        await advance(instant(Math.min(at, later(now, isBusy || isDue ? SECOND : MINUTE))));
      }
    },
    note: (words) => void lines.push(words, ''),
    say: (who, line) => handle(who, line, `${nameOf(who)} types \`${line}\``),
    async press(who, isRight) {
      const chosen = letter(await bodyOf(store, lastQuestion), isRight);
      await handle(who, `/pick #${lastQuestion} ${chosen.toLowerCase()}`, `${nameOf(who)} presses ${chosen}`);
    },
    async respond(who, isRight) {
      const put = await store.latestPresentation(await store.learnerOf(accountOf(who), now));
      if (!put) throw new Error(`${who} was asked nothing`);
      const chosen = letter(put.body, isRight);
      await handle(who, `/respond #${put.id} ${chosen.toLowerCase()}`, `${nameOf(who)} presses ${chosen}`);
    },
    transcript: () => `${lines.join('\n').trimEnd()}\n`,
  };
}

const nameOf = (who: string): string => `${who.slice(0, 1).toUpperCase()}${who.slice(1)}`;

const dayName = (at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' }).format(at);

/** The presentation of a question that was put to all: of a prompt by its id, or of a round by its id and number. */
async function bodyOf(store: Store, ref: string): Promise<string> {
  const [id = '', number] = ref.split('.');
  const prompt = number === undefined ? await store.prompt(id) : undefined;
  const questions = number === undefined ? [] : await store.roundQuestions(id);
  const body = prompt?.body ?? questions.find((question) => question.number === Number(number))?.body;
  if (body === undefined) throw new Error(`no question ${ref} was put to all`);
  return body;
}
