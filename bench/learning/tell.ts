import type { Estimate } from './estimate.ts';
import type { Arm } from './study.ts';

/** Prints two tables of one study: what was recalled, and how many questions it took. Brackets are 95 % intervals. */
export function tellStudy(title: string, arms: readonly Arm[]): void {
  console.log(`\n${title}`);
  print([
    ['', 'questions', 'recall, end', 'the day after', 'a week later', 'until 90 %', 'reached'],
    ...arms.map((arm) => [
      arm.name,
      count(arm.questions),
      percent(arm.recallAtEnd),
      percent(arm.recallNextDay),
      percent(arm.recallAWeekLater),
      count(arm.untilNinety),
      `${Math.round(100 * arm.reachedNinety)} %`,
    ]),
  ]);
  console.log(`  Questions until a recall, as a share of those under "${arms[0]?.name}":`);
  print([
    ['', '50 %', '75 %', '90 %', 'its last recall'],
    ...arms
      .slice(1)
      .map(({ name, shareOfFirst: { half, threeQuarters, ninety, firstsLast } }) => [
        name,
        ...[half, threeQuarters, ninety, firstsLast].map(ratio),
      ]),
  ]);
}

/** Prints a line each for many studies, of the first scheduler, which the others are compared with, and the last. */
export function tellVariants(studies: readonly { readonly title: string; readonly arms: readonly Arm[] }[]): void {
  print([
    ['', 'the day after', 'beside', '50 %', '75 %', '90 %', 'reached', 'its last recall'],
    ...studies.flatMap(({ title, arms }) => {
      const [first, last] = [arms.at(0), arms.at(-1)];
      if (first === undefined || last === undefined) return [];
      const { half, threeQuarters, ninety, firstsLast } = last.shareOfFirst;
      const reached = [last, first].map(({ reachedNinety }) => `${Math.round(100 * reachedNinety)} %`).join(' / ');
      const recalls = [last, first].map(({ recallNextDay }) => percent(recallNextDay));
      return [[title, ...recalls, ratio(half), ratio(threeQuarters), ratio(ninety), reached, ratio(firstsLast)]];
    }),
  ]);
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [name = '', ...cells] of rows) {
    const padded = cells.map((cell, place) => cell.padStart((widths[place + 1] ?? 0) + 2));
    console.log(`  ${name.padEnd(widths[0] ?? 0)}${padded.join('')}`);
  }
}

const percent = ({ value, high }: Estimate): string =>
  `${(100 * value).toFixed(1)} ± ${(100 * (high - value)).toFixed(1)} %`;
const count = ({ value, high }: Estimate): string => `${value.toFixed(0)} ± ${(high - value).toFixed(0)}`;
const ratio = ({ value, low, high }: Estimate): string => `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
