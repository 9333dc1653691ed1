import { assertNever } from '../base/result.ts';
import type { Declaration } from './command.ts';
import { describeMisfit } from './describe-misfit.ts';
import { usageOf } from './help-text.ts';
import type { ParseProblem } from './parse-problem.ts';
import { shown } from './shown.ts';

/** Says what was wrong, where, and what to type instead; `backticks` mark what can be typed. */
export function describeProblem(problem: ParseProblem): string {
  switch (problem.kind) {
    case 'line-too-long':
      return `That is more than ${problem.most} characters. Please say it in a shorter line.`;
    case 'unknown-command': {
      const list = '`/help` lists all commands.';
      if (problem.nearest === undefined) return `There is no command ${shown(`/${problem.command}`)}. ${list}`;
      return `There is no command ${shown(`/${problem.command}`)}. Did you mean \`/${problem.nearest}\`? ${list}`;
    }
    case 'unknown-key': {
      const { declaration, key, nearest } = problem;
      const instead = nearest === undefined ? form(declaration) : `Did you mean \`${nearest}=…\`? ${form(declaration)}`;
      return `${commandOf(declaration)} has no option called ${shown(key)}. ${instead}`;
    }
    case 'missing-option': {
      const { declaration, option } = problem;
      return `${commandOf(declaration)} needs ${optionOf(declaration, option)}. ${form(declaration)}`;
    }
    case 'given-twice': {
      const { declaration, option, word } = problem;
      return `${shown(word)} gives \`${option}\` of ${commandOf(declaration)} a second time. Please give it once. ${form(declaration)}`;
    }
    case 'too-many-words': {
      const { declaration, words } = problem;
      return `${commandOf(declaration)} has no place for ${shown(words)}. ${form(declaration)}`;
    }
    case 'bad-option': {
      const { declaration, option, word, why } = problem;
      return `${shown(word)} cannot be \`${option}\` of ${commandOf(declaration)}: ${describeMisfit(why)}`;
    }
    default:
      return assertNever(problem);
  }
}

const commandOf = ({ name }: Declaration): string => `\`/${name}\``;

const optionOf = ({ options }: Declaration, key: string): string => `\`${key}\` (${options[key]?.about ?? ''})`;

function form(declaration: Declaration): string {
  const [example] = declaration.examples;
  const usage = `Type \`${usageOf(declaration)}\``;
  return example === undefined ? `${usage}.` : `${usage}, for example \`${example}\`.`;
}
