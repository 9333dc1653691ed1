import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDocument, strictObject } from './base/document.ts';
import type { Content } from './tutor/command.ts';
import { ContentError } from './tutor/load-content.ts';

const COVERAGE_FILE = 'questions/coverage.yaml';
const ids = z.array(z.string()).default([]);
const coverageFile = z.array(
  strictObject({
    id: z.string(),
    says: z.string(),
    faults: ids,
    labs: ids,
    moves: ids,
    'not-asked': z.string().optional(),
  }),
);

/** Something there is to teach, and what teaches it. */
interface Covered {
  readonly id: string;
  readonly says: string;
  readonly items: readonly string[];
  readonly faults: readonly string[];
  readonly labs: readonly string[];
  readonly moves: readonly string[];
  readonly notAsked?: string;
}

/** A table of what there is to teach, and the questions, faults, labs and moves that teach it. Throws a ContentError for a list that cannot be read. */
export function tellCoverage(top: string, content: Content): string {
  const all = coverageOf(top, content);
  const rows = all.map(({ id, says, items, faults, labs, moves, notAsked }) => {
    const by = [...items, ...named('fault', faults), ...named('lab', labs), ...named('move', moves)];
    return `| ${id} | ${says} | ${by.length > 0 ? by.map((each) => `\`${each}\``).join(' ') : (notAsked ?? 'nothing yet')} |`;
  });
  const taught = all.filter(isTaught).length;
  const left = all.filter((each) => !isTaught(each) && each.notAsked === undefined);
  return [
    '# What is taught, and by what',
    '',
    `${taught} of ${all.length} facts, failures and misconceptions are taught by a question, a fault, a lab or a move; ${all.length - taught - left.length} are not asked about on purpose; ${left.length} are left. \`npm start -- coverage\` prints this page.`,
    '',
    '| | What there is to know | Taught by |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const named = (kind: string, ids: readonly string[]): readonly string[] => ids.map((id) => `${kind} ${id}`);
const isTaught = ({ items, faults, labs, moves }: Covered): boolean =>
  items.length + faults.length + labs.length + moves.length > 0;

function coverageOf(top: string, content: Content): readonly Covered[] {
  const read = readDocument(COVERAGE_FILE, readFileSync(join(top, COVERAGE_FILE), 'utf8'), coverageFile);
  if (!read.ok) throw new ContentError(read.problem);
  const { value, faultAt } = read.value;
  const known = value.map(({ id }) => id);
  const items = [...content.items.values()];
  const unknown = [
    ...items.flatMap(({ id, teaches = [] }) =>
      teaches
        .filter((each) => !/^\d/.test(each) && !known.includes(each))
        .map((each) => faultAt([], `\`${id}\` teaches \`${each}\`, which is not here`)),
    ),
    ...value.flatMap(({ faults, labs, moves }, place) => [
      ...faults
        .filter((each) => !content.faults.has(each))
        .map((each) => faultAt([place, 'faults'], `there is no fault \`${each}\``)),
      ...labs
        .filter((each) => !content.labs.has(each))
        .map((each) => faultAt([place, 'labs'], `there is no lab \`${each}\``)),
      ...moves
        .filter((each) => !content.moves.has(each))
        .map((each) => faultAt([place, 'moves'], `there is no move \`${each}\``)),
    ]),
  ];
  if (unknown.length > 0) throw new ContentError(unknown);
  return value.map(({ 'not-asked': notAsked, ...entry }) => ({
    ...entry,
    items: items.flatMap(({ id, teaches = [] }) => (teaches.includes(entry.id) ? [id] : [])),
    ...(notAsked === undefined ? {} : { notAsked }),
  }));
}
