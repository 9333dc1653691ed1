import { assertNever } from '../../base/result.ts';
import { givesAway } from '../../items/gives-away.ts';
import type { Presentation } from '../../items/presentation.ts';
import type { World } from '../../world/world.ts';
import { type LookUp, questionInCode, readLookUp } from '../look-up.ts';
import { inCode } from '../names.ts';

/**
 * What a question turns on, and the look-up that would show it; less of it where that would name the key.
 * @param world of the question, if it has one
 */
export function whatToAsk({ form, evidence, sources }: Presentation, world: World | undefined): string {
  const lookUps = evidence.flatMap((command) => {
    const lookUp = world && readLookUp(world, command);
    return lookUp ? [{ command, lookUp }] : [];
  });
  const inFull = lookUps.map(({ command, lookUp }) => `It turns on ${concerned(lookUp)}. Ask: \`${command}\``);
  const bare = lookUps.map(({ lookUp }) => `It turns on ${BARELY[lookUp.kind]}.`);
  const read = `It can be read in ${sources.join('; ')}.`;
  return [...inFull, ...bare, read].find((text) => !givesAway(form, text)) ?? STEP_BY_STEP;
}

/** Says nothing that could be a key. */
export const STEP_BY_STEP =
  'Go through it step by step, and say after each step what is known where, and what is not known there yet.';

function concerned(lookUp: LookUp): string {
  switch (lookUp.kind) {
    case 'resolver':
      return `what the resolver gives for ${questionInCode(lookUp.question)}`;
    case 'trace':
      return `whom a resolver that remembers nothing asks for ${questionInCode(lookUp.question)}, and where that ends`;
    case 'server':
      return `what ${inCode(lookUp.server)} says of ${questionInCode(lookUp.question)}`;
    case 'whois':
      return `what is kept of ${inCode(lookUp.domain)} in the database of its suffix`;
    case 'world':
      return 'who holds what';
    default:
      return assertNever(lookUp);
  }
}

const BARELY: Readonly<Record<LookUp['kind'], string>> = {
  resolver: 'what a look-up comes to',
  trace: 'the way that a look-up goes',
  server: 'what a single server says when it is asked directly',
  whois: 'what is kept in the database of the suffix',
  world: 'who holds what',
};
