import { seededRng } from '../base/random.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { DAY, type DurationMs } from '../base/time.ts';
import { formatRdata, parseRdata } from '../dns/rdata/text.ts';
import { afterwards, tell } from '../items/expression.ts';
import { toAction } from '../items/happening.ts';
import { readLookUp } from '../lessons/look-up.ts';
import { makeScenario, type Scenario } from '../scenario/scenario.ts';
import { decide } from '../world/action.ts';
import { replay } from '../world/apply.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { Refusal } from '../world/decide.ts';
import { asItIs, measureOutage, type Outage, type Watched } from '../world/outage.ts';
import { type Member, makePopulation } from '../world/population.ts';
import type { World } from '../world/world.ts';
import type { Move, MoveLookUp, MoveStep } from './move.ts';

/** A step as it went: what it did, or why a party would not do it, and nothing happened. */
export interface PlayedStep {
  readonly step: MoveStep;
  readonly text: string;
  readonly before: World;
  /** Right after it was done. */
  readonly done: World;
  /** After the wait that follows. */
  readonly after: World;
  readonly refusal?: Refusal;
  /** What it takes was not there yet, so nobody could even be asked. For its author, what was missing. */
  readonly tooEarly?: string;
}

/** A move played in some order, to three days after its last step. */
export interface PlayedMove {
  readonly start: Scenario;
  readonly steps: readonly PlayedStep[];
  readonly outage: Outage;
  readonly population: readonly Member[];
}

/** How long everyone goes on asking after the last step: longer than anything is remembered. */
export const AFTERWARDS: DurationMs = 3 * DAY;

/** Whether a step was left undone. */
export const isUndone = ({ refusal, tooEarly }: PlayedStep): boolean => refusal !== undefined || tooEarly !== undefined;

/** The order of a move's steps that is right. */
export const rightOrder = ({ steps }: Move): readonly string[] => steps.map(({ id }) => id);

/**
 * Plays the steps of a move in an order, by their ids, in the world of a seed. A step that is refused changes nothing,
 * and the next is tried. Refuses, in a sentence for the author: what cannot be read or played to begin with.
 */
export function playMove(
  move: Move,
  catalogue: Catalogue,
  order: readonly string[],
  seed: number = move.seed,
): Result<PlayedMove, string> {
  const start = beginMove(move, catalogue, seed);
  if (!start.ok) return start;
  const watched = watchedIn(move, start.value);
  if (!watched.ok) return watched;
  const steps: PlayedStep[] = [];
  let scenario = start.value;
  for (const id of order) {
    const place = move.steps.findIndex((step) => step.id === id);
    const step = move.steps[place];
    if (!step) return fail(`there is no step \`${id}\``);
    const played = playStep(scenario, step, seed * 1009 + place);
    if (!played.ok) return fail(`step \`${id}\`: ${played.problem}`);
    steps.push(played.value);
    scenario = { ...scenario, world: played.value.after };
  }
  const before = start.value.world;
  const events = afterWait(scenario.world, AFTERWARDS).history.slice(before.history.length);
  const population = makePopulation();
  const outage = measureOutage({ before, events }, watched.value, population);
  return ok({ start: start.value, steps, outage, population });
}

/** The world in which a move begins: registries and hosts take their time there. */
export function beginMove(move: Move, catalogue: Catalogue, seed: number = move.seed): Result<Scenario, string> {
  const scenario = makeScenario(catalogue, { ...move.scenario, seed });
  const ready = afterwards(scenario, move.setup);
  if (!ready.ok) return fail(`setup: ${ready.problem}`);
  return ok({ ...ready.value, world: { ...ready.value.world, pace: 'as-in-life', hostPace: 'as-in-life' } });
}

function playStep(scenario: Scenario, step: MoveStep, seed: number): Result<PlayedStep, string> {
  const text = tell(step.text, scenario);
  if (!text.ok) return text;
  const rng = seededRng(seed);
  const { world: before, cast } = scenario;
  const undone = { step, text: text.value, before, done: before, after: afterWait(before, step.wait) };
  let done = before;
  for (const happening of step.happenings) {
    const action = toAction(happening, { ...scenario, world: done }, tell);
    if (!action.ok) return ok({ ...undone, tooEarly: action.problem });
    const decision = decide(done, cast.registrant, action.value, rng);
    if (decision.kind === 'refused') return ok({ ...undone, refusal: decision.refusal });
    done = replay(done, decision.events);
  }
  return ok({ step, text: text.value, before, done, after: afterWait(done, step.wait) });
}

function afterWait(world: World, span: DurationMs): World {
  if (span === 0) return world;
  const decision = decide(world, '', { kind: 'wait', span }, seededRng(1));
  if (decision.kind === 'refused') throw new Error(`nobody can wait for ${span} ms`);
  return replay(world, decision.events);
}

function watchedIn({ lookUps }: Move, start: Scenario): Result<readonly Watched[], string> {
  const all = lookUps.map((lookUp) => watchedOf(lookUp, start));
  const broken = all.find((each) => !each.ok);
  return broken ?? ok(all.flatMap((each) => (each.ok ? [each.value] : [])));
}

function watchedOf({ ask, expect }: MoveLookUp, start: Scenario): Result<Watched, string> {
  const line = tell(ask, start);
  const lookUp = line.ok ? readLookUp(line.value) : line;
  if (!lookUp.ok) return lookUp;
  const question = { qname: lookUp.value.qname, qtype: lookUp.value.qtype };
  if (expect === undefined) return ok(asItIs(start.world, question));
  const { qtype } = question;
  const accepted: string[] = [];
  for (const text of expect) {
    const told = tell(text, start);
    if (!told.ok) return told;
    const data = qtype === 'ANY' ? undefined : parseRdata(qtype, told.value);
    if (!data?.ok) return fail(`\`${told.value}\` is not the data of a ${qtype} record`);
    accepted.push(`${qtype} ${formatRdata(data.value)}`);
  }
  return ok({ question, isWanted: (brought) => accepted.includes(brought) });
}
