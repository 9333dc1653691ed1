import { expect, test } from 'vitest';
import { stagesOf } from '../../src/tutor/labs/lab-standing.ts';
import { content } from '../support/content.ts';
import { aTutor } from '../support/tutor.ts';

const stages = stagesOf(content);

test('every lab stands in one stage, and what it requires stands in a stage before', () => {
  const stageOf = (id: string) => stages.findIndex((labs) => labs.some((lab) => lab.id === id));
  expect(stages.flat().map(({ id }) => id)).toHaveLength(content.labs.size);
  for (const { id, requires } of content.labs.values())
    for (const before of requires) expect(stageOf(before), `${before} before ${id}`).toBeLessThan(stageOf(id));
});

test('the stages name every lab, in menus that no platform cuts, and what it waits for', async () => {
  const { reply, say } = await aTutor({ content });
  for (const [index, labs] of stages.entries()) {
    const line = `/lab list stage=${index + 1}`;
    const told = await say(line);
    for (const { title } of labs) expect(told).toContain(title);
    const { choices } = await reply(line);
    const menus = choices.flatMap((each) => (each.kind === 'menu' ? [each] : []));
    expect(menus[0]?.values.map(({ value }) => value)).toEqual(labs.map(({ id }) => id));
    for (const { values } of menus) expect(values.length).toBeLessThanOrEqual(25);
  }
  expect(await say('/lab list stage=2')).toContain('(after "Point the domain at your zone")');
  expect(await say('/lab list stage=9')).toContain(`There is no stage 9: the stages are 1 to ${stages.length}.`);
});

test('the overview shows what is open, and how far each stage is', async () => {
  const { say } = await aTutor({ content });
  const told = await say('/lab list');
  expect(told).toMatch(/Open to you now:\s+Point the domain at your zone/);
  expect(told).not.toContain('Acme is nowhere');
  expect(told).toContain(`Stage 1  0 of ${stages[0]?.length}`);
  await say('/lab start point-the-domain-at-your-zone');
  expect(await say('/lab list')).toMatch(/Under way +Point the domain at your zone/);
});

test('in the place of an auth code, which is another in every world, stands a word that is explained', async () => {
  const { say } = await aTutor({ content });
  await say('/lab start move-the-registration');
  const told = await say('/solution show');
  expect(told).toMatch(/\/transfer \S+ \S+ code=CODE|\/registrar tag/);
  if (told.includes('code=CODE')) expect(told).toContain('In the place of `CODE` goes the auth code');
});
