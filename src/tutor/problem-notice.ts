import { writeWeekdays } from '../base/weekdays.ts';
import { commands } from './commands.ts';
import { describeProblem } from './describe-problem.ts';
import { parseLine } from './parse.ts';
import type { Lists } from './parse-option.ts';
import type { Misfit, ParseProblem } from './parse-problem.ts';
import { button, type Choice, notice, type Reply } from './reply.ts';

/** What was wrong with a line, with the line as it was probably meant to press, and the way to help. */
export function problemNotice(problem: ParseProblem, line: string, lists: Lists): Reply {
  if (problem.kind === 'unknown-command') return notice(describeProblem(problem), nextAfter(problem, line, lists));
  const help = 'declaration' in problem ? `/help ${problem.declaration.name}` : '/help';
  return notice(describeProblem(problem), [...asMeant(problem, line, lists), button('Help', help)]);
}

/** The line with what was probably meant for one word, where that is known and makes sense. */
function asMeant(problem: ParseProblem, line: string, lists: Lists): readonly Choice[] {
  const meant = problem.kind === 'bad-option' ? meantBy(problem.why) : undefined;
  if (meant === undefined || problem.kind !== 'bad-option') return [];
  const [word, instead] = [meant.word ?? problem.word, meant.instead];
  const mended = line.trim().replace(word, () => instead);
  return parseLine(mended, commands, lists).ok ? [button(`Yes, ${instead}`, mended)] : [];
}

/** What to put in the place of a word, by default the one that does not fit. */
function meantBy(misfit: Misfit): { readonly word?: string; readonly instead: string } | undefined {
  if (misfit.kind === 'not-a-zone' && misfit.problem.kind === 'unknown' && misfit.problem.nearest !== undefined)
    return { instead: misfit.problem.nearest };
  if (misfit.kind === 'not-days' && misfit.problem.nearest !== undefined)
    return { word: misfit.problem.word, instead: misfit.problem.nearest };
  if (misfit.kind !== 'not-a-time' || misfit.problem.kind !== 'cron' || !misfit.problem.meant) return undefined;
  const { time, days } = misfit.problem.meant;
  return { instead: `${time} ${writeWeekdays(days)}` };
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
