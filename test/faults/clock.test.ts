import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/base/time.ts';
import { aServer, momentOf } from '../support/daily.ts';
import { promised } from '../support/faults.ts';
import { aTutor, START } from '../support/tutor.ts';

test('clock set back an hour: no prompt comes twice, none is lost, and reviews are due when they were', async () => {
  const server = await aServer({ start: '2026-03-02T08:00Z' });
  await server.schedule({ time: '09:00' });
  await server.at('2026-03-02T09:01Z');
  expect(server.shown()).toHaveLength(1);
  for (const moment of ['2026-03-02T08:01Z', '2026-03-02T08:59Z', '2026-03-02T09:01Z', '2026-03-02T12:00Z'])
    await server.at(moment);
  expect(server.shown()).toHaveLength(1);
  await server.at('2026-03-03T09:01Z');
  const prompts = (await server.store.lastPrompts('s1', 9)).map(({ kind, date }) => `${kind} ${date}`);
  expect(prompts).toEqual(['put 2026-03-03', 'put 2026-03-02']);
  expect(promised('clock set back an hour').log).toEqual([]);

  const tutor = await aTutor();
  await tutor.asked('/quiz');
  await tutor.say('a');
  const due = async () => [...(await tutor.store.memories(await tutor.learner())).values()].map((memory) => memory.due);
  const [before] = await due();
  tutor.wait(-HOUR);
  await tutor.asked('/quiz anyway');
  await tutor.say('a');
  for (const at of await due()) expect(at).toBeGreaterThan(START - HOUR);
  expect(before).toBeGreaterThan(START);
});

test('clock set forward a day: what was missed comes once or is left out, and then all goes on', async () => {
  const server = await aServer({ start: '2026-03-02T08:00Z' });
  await server.schedule({ time: '09:00' });
  await server.at('2026-03-02T09:01Z');
  await server.at('2026-03-04T08:30Z');
  await server.at('2026-03-04T08:30Z');
  const afterJump = server.shown().length;
  await server.at('2026-03-04T09:01Z');
  await server.at('2026-03-04T09:02Z');
  expect(server.shown().length - afterJump).toBe(1);
  expect(promised('clock set forward a day').log).toEqual([]);

  const tutor = await aTutor();
  await tutor.asked('/quiz');
  await tutor.say('a');
  tutor.wait(DAY);
  await tutor.asked('/quiz anyway');
  await tutor.say('a');
  tutor.wait(-DAY + MINUTE);
  expect(await tutor.say('/me')).not.toMatch(/NaN|undefined|Invalid/);
  for (const { due } of (await tutor.store.memories(await tutor.learner())).values()) {
    expect(due).toBeGreaterThan(START);
    expect(due).toBeLessThan(momentOf('2027-03-01T00:00Z'));
  }
});
