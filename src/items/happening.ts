import { fail, ok, type Result } from '../base/result.ts';
import { parseDuration } from '../base/time.ts';
import { parseName } from '../dns/name.ts';
import { parseType } from '../dns/rr-type.ts';
import type { Cast } from '../scenario/cast.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Action } from '../world/action.ts';
import { RESOLVER } from '../world/ask.ts';
import { RESOLVER_IDS } from '../world/named-resolver.ts';
import { readUntil } from '../world/read-until.ts';
import { findResolver } from '../world/resolvers.ts';
import { momentOf } from '../world/until.ts';
import type { World } from '../world/world.ts';
import { fillText } from './fill-text.ts';
import { HOSTING_HAPPENINGS, type HostingHappening, toHostingAction } from './hosting-happening.ts';
import { REGISTRAR_HAPPENINGS, toRegistrarAction } from './registrar-happening.ts';

/** The words for what an item or a lesson may let happen. */
export const HAPPENINGS = [
  'register',
  'wait',
  'wait-until',
  'look-up',
  ...HOSTING_HAPPENINGS,
  ...REGISTRAR_HAPPENINGS,
] as const;

/** Something that an item lets happen before it asks, or a lesson at a step: `wait: 2d`, `wait-until: the delegation is fresh`, `look-up: www.{domain} A`, `delegate-to: host` … */
export interface Happening {
  readonly do: (typeof HAPPENINGS)[number];
  readonly with: string;
}

/** Whether it lets time go by, and does nothing else. */
export const isWait = ({ do: what }: Happening): boolean => what === 'wait' || what === 'wait-until';

/** Whether it changes something that somebody has in hand; looking and waiting do not. */
export const isChange = (happening: Happening): boolean => !isWait(happening) && happening.do !== 'look-up';

/**
 * The action of a happening. `register` takes `registrar`, `wait-until` what can be written after `/wait until`; those at a DNS host are told in `hosting-happening.ts`, those
 * at a registrar or a registry in `registrar-happening.ts`.
 * @param fill what fills the words in, and the facts where it can
 */
export function toAction(
  happening: Happening,
  scenario: Scenario,
  fill: (text: string, scenario: Scenario) => Result<string, string> = fillText,
): Result<Action, string> {
  const filled = fill(happening.with, scenario);
  if (!filled.ok) return filled;
  const words = filled.value.trim().split(/\s+/);
  switch (happening.do) {
    case 'register':
      return toPurchase(words, scenario.cast);
    case 'wait':
      return toWait(filled.value);
    case 'wait-until':
      return toWaitUntil(filled.value, scenario.world);
    case 'look-up':
      return toQuestion(words);
    default:
      return isAtHost(happening.do)
        ? toHostingAction(happening.do, words, scenario.cast)
        : toRegistrarAction(happening.do, filled.value.trim(), scenario);
  }
}

const isAtHost = (what: Happening['do']): what is HostingHappening => HOSTING_HAPPENINGS.some((each) => each === what);

function toPurchase([at = '']: readonly string[], { domain, registrar }: Cast): Result<Action, string> {
  return at === 'registrar'
    ? ok({ kind: 'register', domain, registrar })
    : fail(`\`register: ${at}\` is not \`registrar\``);
}

function toWait(text: string): Result<Action, string> {
  const span = parseDuration(text);
  return span.ok ? ok({ kind: 'wait', span: span.value }) : fail(`\`wait: ${text}\` is not a span of time`);
}

/** Refuses where there is nothing to wait for, as a learner's `/wait until` does. */
function toWaitUntil(text: string, world: World): Result<Action, string> {
  const until = readUntil(text);
  if (!until) return fail(`\`wait-until: ${text}\` is nothing that can be waited for; \`the delegation is fresh\` is`);
  const moment = momentOf(world, until);
  return moment.kind === 'moment'
    ? ok({ kind: 'wait', span: moment.at - world.now })
    : fail(`\`wait-until: ${text}\` has nothing to wait for: ${moment.none.reason}`);
}

function toQuestion([nameText = '', ...words]: readonly string[]): Result<Action, string> {
  const whom = words.find((word) => word.startsWith('@'));
  const [typeText = 'A'] = words.filter((word) => word !== whom);
  const qname = parseName(nameText);
  const qtype = parseType(typeText);
  const resolver = findResolver(whom?.slice(1) ?? RESOLVER);
  if (!qname.ok || !qtype) return fail(`\`look-up: ${nameText} ${typeText}\` is not a name and a record type`);
  if (!resolver)
    return fail(`\`${whom}\` is not a resolver; known are ${RESOLVER_IDS.map((id) => `@${id}`).join(', ')}`);
  return ok({ kind: 'ask', question: { qname: qname.value, qtype }, resolver: resolver.id });
}
