import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../src/discord/render.ts';
import { examineLab } from '../../src/labs/examine-lab.ts';
import type { Fault } from '../../src/labs/fault.ts';
import type { Lab } from '../../src/labs/lab.ts';
import { faultsFor, putLab } from '../../src/labs/lab-case.ts';
import { renderSlack } from '../../src/slack/render.ts';
import { commands } from '../../src/tutor/commands.ts';
import { commandsFor } from '../../src/tutor/labs/model-solution.ts';
import type { OpenLab } from '../../src/tutor/labs/open-lab.ts';
import { showGoal, showLab, standing } from '../../src/tutor/labs/show-lab.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { content } from '../support/content.ts';
import { NOON } from '../support/store.ts';
import { isKnownSource, misspelt, strangeDomains } from './words.ts';

const SEEDS = Array.from({ length: 6 }, (_, index) => index * 6007 + 11);

const known = new Set(commands.map(({ name }) => name));

/** A lab as its learner has just begun it. */
function openedAt(lab: Lab, fault: Fault | undefined, seed: number): OpenLab {
  const put = putLab(lab, fault, content.catalogue, seed);
  if (!put.ok) throw new Error(put.problem);
  const { scenario, caused } = put.value.begun;
  const run = { id: 'x', learner: 'anna' as LearnerId, lab: lab.id, attempt: 1, seed, startedAt: NOON, hints: 0 };
  return { run, lab, since: scenario.world, start: caused, now: caused, steps: 0 };
}

const proseOf = ({ title, about, story, goal, wrong }: Lab): string =>
  [title, about, story, ...goal.map(({ why }) => why), ...wrong.map(({ why }) => why)].join('\n');

describe.each([...content.labs.values()])('$id', (lab) => {
  const faults = faultsFor(lab, content.faults);

  test('has a fault, or a world of its own', () => {
    expect(faults.length).toBeGreaterThan(0);
  });

  test.each(SEEDS)('fails untouched and with each wrong fix, and passes in the steps it claims, at seed %i', (seed) => {
    for (const fault of faults) expect(examineLab(lab, fault, content.catalogue, seed), fault?.id).toEqual([]);
  });

  test('tells its story without naming the cause, in words of the glossary', () => {
    const prose = proseOf(lab);
    expect(misspelt(prose)).toEqual([]);
    expect(strangeDomains(prose)).toEqual([]);
    expect(prose).not.toMatch(/\blookups?\b/i);
    expect(lab.story.length).toBeLessThanOrEqual(600);
  });

  test('is told in one message, and so are its goal and how it stands', () => {
    const open = openedAt(lab, faults[0], SEEDS[0] ?? 0);
    for (const reply of [showLab(open), showGoal(open), standing(open)]) {
      expect(renderDiscord(reply, true), 'Discord').toHaveLength(1);
      expect(renderSlack(reply, known), 'Slack').toHaveLength(1);
    }
  });

  test('has a command for every step of its solution', () => {
    for (const fault of faults) {
      const put = putLab(lab, fault, content.catalogue, SEEDS[0] ?? 0);
      if (!put.ok) throw new Error(put.problem);
      const steps = put.value.solution.filter(({ do: what }) => what !== 'look-up');
      expect(commandsFor(steps, put.value.begun.caused), fault?.id).toHaveLength(steps.length);
    }
  });

  test('cites sources of a known form', () => {
    expect(lab.sources.filter((source) => !isKnownSource(source))).toEqual([]);
  });
});
