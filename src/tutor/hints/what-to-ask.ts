import { assertNever } from '../../base/result.ts';
import { givesAway } from '../../items/gives-away.ts';
import type { Presentation } from '../../items/presentation.ts';
import type { World } from '../../world/world.ts';
import { type Look, questionInCode, readLook } from '../look.ts';
import { inCode } from '../names.ts';

/**
 * What a question turns on, and the look-up that would show it; less of it where that would name the key.
 * @param world of the question, if it has one
 */
export function whatToAsk({ form, evidence, sources }: Presentation, world: World | undefined): string {
  const lookUps = evidence.flatMap((command) => {
    const look = world && readLook(world, command);
    return look ? [{ command, look }] : [];
  });
  const inFull = lookUps.map(({ command, look }) => `It turns on ${concerned(look)}. Ask: \`${command}\``);
  const bare = lookUps.map(({ look }) => `It turns on ${BARELY[look.kind]}.`);
  const read = `It can be read in ${sources.join('; ')}.`;
  return [...inFull, ...bare, read].find((text) => !givesAway(form, text)) ?? STEP_BY_STEP;
}

/** Says nothing that could be a key. */
export const STEP_BY_STEP =
  'Go through it step by step, and say after each step what is known where, and what is not known there yet.';

function concerned(look: Look): string {
  switch (look.kind) {
    case 'resolver':
      return `what the resolver gives for ${questionInCode(look.question)}`;
    case 'trace':
      return `whom a resolver that remembers nothing asks for ${questionInCode(look.question)}, and where that ends`;
    case 'server':
      return `what ${inCode(look.server)} says of ${questionInCode(look.question)}`;
    case 'whois':
      return `what is kept of ${inCode(look.domain)} in the database of its suffix`;
    case 'world':
      return 'who holds what';
    default:
      return assertNever(look);
  }
}

const BARELY: Readonly<Record<Look['kind'], string>> = {
  resolver: 'what a look-up comes to',
  trace: 'the way that a look-up goes',
  server: 'what a single server says when it is asked directly',
  whois: 'what is kept in the database of the suffix',
  world: 'who holds what',
};
