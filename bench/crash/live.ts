import { setTimeout as pause } from 'node:timers/promises';
import { pick, type Rng } from '../../src/base/random.ts';
import type { Ledger } from './ledger.ts';
import { pickKey } from './ledger.ts';
import { commandsIn, type Person, type Sent, told } from './person.ts';

/** A learner, and where they were when the bot was killed. */
export interface Life {
  readonly person: Person;
  /** The command of a button of the question that is open. */
  open: string | undefined;
  /** What was sent and not answered. */
  waiting: Sent | undefined;
  /** The questions of rounds and prompts that they have responded to. */
  readonly seen: Set<string>;
}

/** Longer than any answer takes. */
const WAIT_MS = 3000;
/** What was claimed by a process that was killed is answered by none: then people press again. */
const PATIENCE_MS = 700;
/** Until something that could not be done is tried again. */
const PAUSE_MS = 50;

/**
 * Does what learners do, as fast as the bot answers, until it is over: asks for questions, responds to them, and to those
 * of rounds and prompts. What was cut off before is delivered again first.
 * @param posted what the bot has said to all in the last minutes, as JSON
 */
export async function live(
  life: Life,
  ledger: Ledger,
  rng: Rng,
  posted: () => readonly string[],
  over: AbortSignal,
): Promise<void> {
  await takeUp(life, ledger, over);
  while (!over.aborted) {
    if (rng.integer(0, 3) === 0) await pickFromThese(life, ledger, rng, posted(), over);
    else if (life.open === undefined) await askForOne(life, ledger, rng, over);
    else await respond(life, ledger, over);
  }
}

async function takeUp(life: Life, ledger: Ledger, over: AbortSignal): Promise<void> {
  const { waiting } = life;
  if (waiting === undefined) return;
  ledger.again += 1;
  waiting.again();
  const shown = await told(waiting, PATIENCE_MS, over);
  if (over.aborted) return;
  life.waiting = undefined;
  if (shown === undefined) return;
  ledger.answeredAgain += 1;
  if (life.open !== undefined) settle(life, ledger, shown);
}

async function askForOne(life: Life, ledger: Ledger, rng: Rng, over: AbortSignal): Promise<void> {
  const shown = await send(life, ledger, life.person.type('quiz anyway'), over);
  const commands = shown === undefined ? [] : commandsIn(shown, 'respond');
  if (commands.length > 0) life.open = pick(rng, commands);
}

async function respond(life: Life, ledger: Ledger, over: AbortSignal): Promise<void> {
  const { person, open = '' } = life;
  const [, id = '', response = ''] = /^\/respond #(\S+) (.*)$/.exec(open) ?? [];
  if (!ledger.responses.has(id)) ledger.responses.set(id, { person, response, isAcknowledged: false });
  const shown = await send(life, ledger, person.press(open), over);
  if (shown !== undefined) settle(life, ledger, shown);
  else if (over.aborted) ledger.cutOff += 1;
}

/** What they were told of their response; what cannot be read is no response, and is not waited for. */
function settle(life: Life, ledger: Ledger, shown: string): void {
  const [, id = ''] = /^\/respond #(\S+)/.exec(life.open ?? '') ?? [];
  const given = ledger.responses.get(id);
  if (/Right\.|Not right\.|Partly right\.|You have already responded/.test(shown)) {
    if (given) given.isAcknowledged = true;
    ledger.settled += 1;
    life.open = undefined;
  } else if (/I cannot read/.test(shown)) {
    ledger.responses.delete(id);
    life.open = undefined;
  }
}

async function pickFromThese(
  life: Life,
  ledger: Ledger,
  rng: Rng,
  posted: readonly string[],
  over: AbortSignal,
): Promise<void> {
  const { person, seen } = life;
  const questions = posted.map((text) => commandsIn(text, 'pick')).filter(([first]) => first && !seen.has(idOf(first)));
  const commands = questions.at(-1);
  if (commands === undefined) return;
  const command = pick(rng, commands);
  const [id, letter = ''] = [idOf(command), command.split(' ')[2]?.toUpperCase()];
  const key = pickKey(person, id);
  const kept = ledger.picks.get(key) ?? { sent: new Set<string>() };
  ledger.picks.set(key, kept);
  kept.sent.add(letter);
  const shown = await send(life, ledger, person.press(command), over);
  if (shown === undefined || isRefusal(shown)) return;
  seen.add(id);
  if (/You chose|You have chosen/.test(shown)) kept.confirmed = letter;
}

const idOf = (command: string): string => command.split(' ')[1] ?? '';

async function send(life: Life, ledger: Ledger, sent: Sent, over: AbortSignal): Promise<string | undefined> {
  const shown = await told(sent, WAIT_MS, over);
  if (shown === undefined && over.aborted) life.waiting = sent;
  else if (shown === undefined) ledger.unheard += 1;
  else if (isRefusal(shown)) {
    ledger.refused += 1;
    await pause(PAUSE_MS);
  } else if (shown.includes('Something broke on my side')) ledger.broken += 1;
  return shown;
}

/** Whether it says that the database is not to be had, and to try again. */
const isRefusal = (shown: string): boolean =>
  shown.includes('cannot get at my notes') && shown.includes('Send this again in a minute');
