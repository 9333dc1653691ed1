import { displayName } from '../../dns/name.ts';
import type { Happening } from '../../items/happening.ts';
import { holdAll, type Judged } from '../../labs/judge.ts';
import { isWaiting, restOfSolution } from '../../labs/rest-of-solution.ts';
import { writeLookUp } from '../../lessons/look-up.ts';
import type { Context } from '../command.ts';
import { handWords } from './check-words.ts';
import { commandsFor } from './model-solution.ts';
import { caseOf, type OpenLab } from './open-lab.ts';

/** The rungs, from the least said: which question to ask; who has to do what; the command, but for its last part. */
export const RUNGS = ['nudge', 'pointer', 'near-solution'] as const;

/** What a failing check needs from here on: the rest of the model solution, or that something stands in its way. */
export type Need =
  | { readonly kind: 'step' | 'wait'; readonly rest: readonly Happening[]; readonly commands: readonly string[] }
  | { readonly kind: 'way-lost' };

/** What is left of the model solution until a check holds, with all that hold already still holding. */
export function needOf(
  { content }: Pick<Context, 'content'>,
  open: OpenLab,
  judged: readonly Judged[],
  failing: Judged,
): Need {
  const { solution } = caseOf(content, open);
  const { lab, now, since, start } = open;
  // What was broken once stays so.
  if (failing.kind === 'unbroken') return { kind: 'way-lost' };
  const holding = judged.filter(({ passes }) => passes);
  const wanted = [failing, ...holding].map(({ number }) => number);
  const rest = restOfSolution(
    solution,
    now,
    (then) => holdAll(lab.goal, wanted, then, since, start.world.now),
    lab.goal.some(({ kind }) => kind === 'unbroken') ? 'waits-first' : 'any',
  );
  if (!rest || rest.length === 0) return { kind: 'way-lost' };
  return { kind: isWaiting(rest) ? 'wait' : 'step', rest, commands: commandsFor(rest, open.now) };
}

/** What a rung says of a failing check. */
export function rungWords(rung: number, failing: Judged, need: Need, open: OpenLab): string {
  const domain = displayName(open.now.cast.domain);
  if (need.kind === 'way-lost')
    return `The model solution does not lead on from here: something that you changed stands in its way. \`/undo\` takes it back, a change at a time.`;
  switch (rung) {
    case 1:
      return need.kind === 'wait' ? waitNudge(failing) : nudge(failing, domain);
    case 2:
      return need.kind === 'wait'
        ? 'Everything is done that anybody has in hand. What is left takes time: `/wait`, and then look again.'
        : `It is in the hand of ${handWords(failing.check.party, open.now)}. Next comes \`${verbOf(need.commands[0])}\`; \`/help ${nameOf(need.commands[0])}\` says how.`;
    default:
      return `Type \`${withoutLast(need.commands[0] ?? '')}\`, and fill in what is left out${need.commands.length > 1 ? '. It is not the last step' : ''}.`;
  }
}

function nudge(failing: Judged, domain: string): string {
  if (failing.kind === 'holds')
    return `Ask the registry with \`/whois ${domain}\`, and lay it beside what the hosts have: \`/world\`. What of the two does not match?`;
  const { qname, qtype, server } = failing.wanted.lookUp;
  const line = `${displayName(qname)} ${qtype}`;
  if (server !== undefined)
    return `Ask that server: \`/dig ${writeLookUp(failing.wanted.lookUp)}\`. Whose is it, and which zone does it have?`;
  if (failing.kind === 'look-up' && failing.check.kind === 'look-up' && failing.check.at === 'warm')
    return `Ask the resolver with \`/dig ${line}\` and one that remembers nothing with \`/trace ${line}\`. In what do they differ?`;
  return `Follow a resolver that remembers nothing: \`/trace ${line}\`. Who is asked last, and should that one know?`;
}

function waitNudge(failing: Judged): string {
  if (failing.kind === 'holds')
    return 'Who has been told, and when will it be published? `/world` says what time it is.';
  const line = writeLookUp({ qname: failing.wanted.lookUp.qname, qtype: failing.wanted.lookUp.qtype });
  return `Ask \`/dig ${line}\` and look at the TTL: how long may somebody who asked a moment ago go on remembering?`;
}

const nameOf = (command = ''): string => /^\/(\w+)/.exec(command)?.[1] ?? '';

/** The command with its first word that says what to do: `/record add`. */
const verbOf = (command = ''): string => {
  const [name = '', first = ''] = command.split(' ');
  return /^[a-z-]+$/.test(first) ? `${name} ${first}` : name;
};

/** The command with its last part left out. */
const withoutLast = (command: string): string => command.replace(/\S+$/, '…');
