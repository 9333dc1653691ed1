import type { Chart } from '../src/base/chart.ts';
import type { Picture } from '../src/base/picture.ts';
import { diagnose } from '../src/diagnosis/diagnose.ts';
import { childOf, type Name } from '../src/dns/name.ts';
import { begin } from '../src/labs/begin.ts';
import { pictures } from '../src/pictures/pictures.ts';
import type { Architecture, Stage } from '../src/scenario/architecture.ts';
import { makeScenario, type Scenario } from '../src/scenario/scenario.ts';
import type { Content } from '../src/tutor/command.ts';
import { ask } from '../src/world/ask.ts';

/** A picture of each kind, with what it is an example of. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly picture: Picture;
}

const SEED = 7;

/** One of each kind; the same every time. */
export function examplesOf(content: Content): readonly Example[] {
  const story = (architecture: Architecture, stage: Stage = 'settled'): Scenario =>
    makeScenario(content.catalogue, { architecture, stage, seed: SEED });
  const map = ({ world, cast }: Scenario) => pictures.map(world, cast.domain);
  const fault = (id: string) => faultIn(content, id);
  const www = (domain: Name): Name => childOf('www', domain);
  const [both, only] = [story('both'), story('registrar-only')];
  const mixed = fault('old-and-new-mixed');
  const lame = fault('delegated-to-a-host-without-the-zone');
  const slow = fault('ttl-not-lowered-before-the-change');
  const before = story('registrar-only', 'records');
  return [
    { id: 'both', title: 'Route 53 has both jobs', picture: map(both) },
    { id: 'registrar-only', title: 'Route 53 is the registrar only', picture: map(only) },
    { id: 'hosting-only', title: 'Route 53 hosts only', picture: map(story('hosting-only')) },
    { id: 'neither', title: 'Route 53 has neither job', picture: map(story('neither')) },
    {
      ...{ id: 'changed', title: 'What a new delegation has changed' },
      picture: pictures.map(only.world, only.cast.domain, { before: before.world }),
    },
    {
      ...{ id: 'fault', title: 'A fault, crossed where it is' },
      picture: pictures.map(mixed.world, mixed.cast.domain, { cause: diagnose(mixed.world, mixed.cast.domain) }),
    },
    {
      ...{ id: 'before-and-after', title: 'Before and after a fault' },
      picture: pictures.pair(story('both').world, lame.world, both.cast.domain),
    },
    {
      ...{ id: 'look-up', title: 'A look-up with an empty cache' },
      picture: pictures.trace(ask(only.world, { qname: www(only.cast.domain), qtype: 'A' }, 'fresh'), only.world),
    },
    {
      ...{ id: 'look-up-in-vain', title: 'A look-up that a delegation to nowhere brings to nothing' },
      picture: pictures.trace(ask(lame.world, { qname: www(lame.cast.domain), qtype: 'A' }, 'fresh'), lame.world),
    },
    { id: 'clock', title: 'Caches that run out', picture: pictures.clock(slow.world, slow.cast.domain) },
    ...CHARTS.map(({ id, title, chart }) => ({ id, title, picture: pictures.chart(id, chart) })),
  ];
}

function faultIn({ faults, catalogue }: Content, id: string): Scenario {
  const found = faults.get(id);
  const begun = found && 'scenario' in found ? begin(found, catalogue, SEED) : undefined;
  if (!begun?.ok) throw new Error(`there is no fault ${id}: name another in gallery/drawn.ts`);
  return begun.value.caused;
}

const weeks = [
  ['02-09', 12, 6, true],
  ['02-16', 21, 13, true],
  ['02-23', 4, 3, false],
  ['03-02', 18, 14, true],
  ['03-09', 24, 20, true],
] as const;
const cell = (right: number, responses: number) => ({ right, responses });

const CHARTS: readonly { readonly id: string; readonly title: string; readonly chart: Chart }[] = [
  {
    ...{ id: 'recall', title: 'What a learner recalls' },
    chart: {
      ...{ kind: 'bars', title: 'The chance that you recall it now' },
      rows: [
        { label: 'A zone that nobody is led to', value: '61%, due now', share: 0.61, tone: 'needed' },
        { label: 'Glue', value: '84%, due now', share: 0.84, tone: 'needed' },
        { label: 'Who pays whom, and how often', value: '97%', share: 0.97, tone: 'right' },
      ],
      left: '12 concepts that you recall better are not drawn.',
    },
  },
  {
    ...{ id: 'weeks', title: 'Practice, week by week' },
    chart: {
      ...{ kind: 'weeks', title: 'Your practice, week by week', keptDays: 3 },
      earlier: { weeks: 3, responses: 41, right: 22 },
      weeks: weeks.map(([label, responses, right, isKept]) => ({ label, responses, right, isKept })),
    },
  },
  {
    ...{ id: 'responses', title: 'How a group responded' },
    chart: {
      ...{ kind: 'bars', title: 'What was chosen' },
      rows: [
        { label: 'A) The registrar', value: '4 of 16 (25%)', share: 0.25 },
        {
          label: 'B) The registry, because the registrar told it',
          value: 'right: 10 of 16 (63%)',
          share: 0.625,
          tone: 'right',
        },
        { label: 'C) The DNS host', value: '2 of 16 (13%)', share: 0.125 },
      ],
    },
  },
  {
    ...{ id: 'podium', title: 'The end of a round' },
    chart: {
      ...{ kind: 'bars', title: 'Podium' },
      rows: [
        { label: '1st', value: '5 of 5, one person', share: 1, tone: 'right' },
        { label: '2nd, shared by 2', value: '4 of 5, 2 people', share: 0.8 },
      ],
    },
  },
  {
    ...{ id: 'group', title: 'What a group gets wrong' },
    chart: {
      ...{
        kind: 'heat',
        title: 'Right at first try, by week',
        untold: 'fewer than 3 learners',
        columns: ['02-02', '02-09', '02-16', '02-23', '03-02', '03-09'],
      },
      rows: [
        { label: 'A zone that nobody is led to', cells: [null, cell(2, 9), cell(4, 9), cell(7, 11), cell(8, 9), null] },
        {
          label: 'Resolvers remember the old delegation',
          cells: [cell(1, 7), cell(3, 8), null, cell(5, 9), cell(6, 10), cell(9, 10)],
        },
      ],
    },
  },
];
