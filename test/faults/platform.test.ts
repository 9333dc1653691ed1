import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MOST_OF_ONE } from '../../src/tutor/in-hand.ts';
import { aLearner, controlsOf, type Learner, textOf } from '../platforms/discord/learner.ts';
import { serveStandIn } from '../platforms/discord/serve-stand-in.ts';
import type { Message } from '../platforms/discord/state.ts';
import { promised } from '../support/faults.ts';
import { temporaryFolder } from '../support/store.ts';

async function aQuestion(learner: Learner): Promise<Message> {
  for (const { value: concept } of await learner.suggestions('quiz', 'concept', '')) {
    const [question] = await learner.shown(learner.command('quiz', { concept }));
    if (controlsOf(question!)[0]?.label === 'A') return question!;
  }
  throw new Error('no question has buttons');
}

test('more asked by one person than anybody does: they are told to wait, and others are answered meanwhile', async () => {
  const { discord, program } = await serveStandIn();
  const [ann, bob] = [aLearner(discord, 'server'), aLearner(discord, 'server')];
  const over = 5;
  // So none is done with before the last is asked.
  discord.misbehave({ method: 'POST', path: /\/callback$/, kind: 'hang-after', times: MOST_OF_ONE + over });
  const asked = Array.from({ length: MOST_OF_ONE + over }, () => ann.command('help'));
  const texts = await Promise.all(asked.map(async (each) => textOf(await ann.shown(each))));
  const { learner } = promised('more asked by one person than anybody does');
  for (const words of learner)
    expect(texts.map((text) => text.includes(words))).toEqual(asked.map((_, place) => place >= MOST_OF_ONE));
  expect(textOf(await bob.shown(bob.command('help')))).toContain('What you can type');
  expect(program.log.filter((line) => line.includes('incident'))).toEqual([]);
});

test('network to the platform down: what was taken is kept, what could not be answered is told by asking, and it connects again', async () => {
  const { discord, program } = await serveStandIn(join(temporaryFolder(), 'hostmaster.db'));
  const ann = aLearner(discord, 'direct');
  const question = await aQuestion(ann);
  // Nothing that is sent arrives, and the gateway is lost.
  discord.misbehave({ method: 'POST', path: /./, kind: 'reset', times: 40 });
  ann.press(question, 'A');
  await program.logged(/incident/);
  discord.gateway.drop(3);
  discord.misbehave({ method: 'POST', path: /./, kind: 'reset', times: 0 });
  const { log, learner } = promised('network to the platform down');
  await program.logged(/gateway resumed/);
  for (const words of log) expect(program.log.join('\n')).toContain(words);
  let text = '';
  // While what is left of the fault lasts, some are not answered.
  while (!text.includes('of 1')) {
    const asked = ann.command('scores');
    const isAnswered = await Promise.race([
      ann.shown(asked).then(() => true),
      new Promise((late) => setTimeout(late, 5000, false)),
    ]);
    text = isAnswered ? textOf(asked.messages) : '';
  }
  const again = ann.press(question, 'A');
  for (const words of learner) expect(textOf(await ann.shown(again))).toContain(words);
  expect(program.log.filter((line) => / error .*incident/.test(line)).length).toBeLessThan(10);
});
