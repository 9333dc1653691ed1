import { formatInstant } from '../../base/time.ts';
import type { PresentedForm } from '../../items/presentation.ts';
import { showValue } from '../../items/value.ts';
import { counted } from '../names.ts';
import type { Block } from '../reply.ts';
import type { QueuedReport } from './queued-report.ts';

/** The reports as a file of YAML, for whoever keeps the packs: which item, at which seed, and what is said of it. It names nobody. */
export const exportOf = (queue: readonly QueuedReport[]): Block => ({
  kind: 'file',
  name: 'reports.yaml',
  description: `${counted(queue.length, 'open report')}, by pack and item, with the seed that builds each world again.`,
  text: `${queue.map(entryOf).join('\n')}\n`,
});

function entryOf({ report, presentation, review, put }: QueuedReport): string {
  const { item, pack, recipe, stem, form } = presentation;
  const answered = review ? [`response: ${scalar(review.response)}`, `verdict: ${review.verdict}`] : [];
  return [
    `- kind: ${report.kind}`,
    ...indented([
      `pack: ${scalar(pack)}`,
      `item: ${scalar(item)}`,
      ...(recipe ? [`recipe: ${flow(recipe)}`] : []),
      `stem: ${scalar(stem)}`,
      ...keyOf(form),
      ...answered,
      `hints: ${put.hints}`,
      `reported: ${scalar(`${formatInstant(report.at)} UTC`)}`,
      report.words.length === 0 ? 'words: []' : 'words:',
      ...indented(report.words.map((words) => `- ${scalar(words)}`)),
    ]),
  ].join('\n');
}

function keyOf(form: PresentedForm): readonly string[] {
  if (form.kind === 'typed') return [`key: ${scalar(showValue(form.key))}`];
  const places = typeof form.key === 'number' ? [form.key] : form.key;
  return ['key:', ...indented(places.map((place) => `- ${scalar(form.options[place]?.text ?? '')}`))];
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** A double-quoted scalar: JSON's strings are YAML's too, but for characters that JSON leaves as they are. */
const scalar = (text: string): string => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
const flow = (recipe: object): string =>
  `{ ${Object.entries(recipe)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
