import type { BankSettings } from './bank-settings.ts';
import { checkContent, packChecker } from './check-content.ts';
import type { RunConfig } from './config.ts';
import { drawSample } from './draw-sample.ts';
import { lockItems } from './lock-items.ts';
import { tellCoverage } from './tell-coverage.ts';
import { tellFacts } from './tell-facts.ts';
import { loadContent } from './tutor/load-content.ts';

/** What is asked of the questions rather than of learners; fails the program where they are faulty. @param top the project's folder */
export async function tellOfQuestions(
  { kind, seed = 1 }: Pick<RunConfig, 'kind' | 'seed'>,
  bank: BankSettings,
  top: string,
  print: (text: string) => void,
): Promise<void> {
  if (kind === 'facts') return print(tellFacts(loadContent(top).catalogue, seed));
  if (kind === 'sample') return print(drawSample(loadContent(top), { seed, ...bank }));
  if (kind === 'coverage') return print(tellCoverage(top, loadContent(top)));
  if (bank.lock) return print(lockItems(top, bank.accept));
  const { text, passed } = bank.path === undefined ? await checkContent(top) : packChecker(top)(bank.path);
  print(text);
  if (!passed) process.exitCode = 1;
}
