import { commands } from './commands.ts';
import { describeProblem } from './describe-problem.ts';
import { parseLine } from './parse.ts';
import type { Lists } from './parse-option.ts';
import type { ParseProblem } from './parse-problem.ts';
import { button, type Choice, notice, type Reply } from './reply.ts';

/** What was wrong with a line, with the line as it was probably meant to press, and the way to help. */
export function problemNotice(problem: ParseProblem, line: string, lists: Lists): Reply {
  if (problem.kind === 'unknown-command') return notice(describeProblem(problem), nextAfter(problem, line, lists));
  const help = 'declaration' in problem ? `/help ${problem.declaration.name}` : '/help';
  return notice(describeProblem(problem), [button('Help', help)]);
}

function nextAfter(
  { nearest }: ParseProblem & { kind: 'unknown-command' },
  line: string,
  lists: Lists,
): readonly Choice[] {
  const help = button('All commands', '/help');
  if (nearest === undefined) return [help];
  const meant = line.trim().replace(/^\/\S*/, `/${nearest}`);
  const isWhole = parseLine(meant, commands, lists).ok;
  return [isWhole ? button(`Yes, ${nearest}`, meant) : button(`How ${nearest} works`, `/help ${nearest}`), help];
}
