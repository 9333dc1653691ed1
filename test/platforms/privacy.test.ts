import { expect, test } from 'vitest';
import { aLearner, textOf } from './discord/learner.ts';
import { serveStandIn } from './discord/serve-stand-in.ts';
import { textsIn } from './slack/check-blocks.ts';
import { serve } from './slack/serve.ts';
import type { Posted } from './slack/standin.ts';

const CONFIRM = 'Delete it for good';

test('on Discord a learner has a file of all, and has it deleted by a button, once', async () => {
  const { discord } = await serveStandIn();
  const ann = aLearner(discord, 'server');
  await ann.shown(ann.command('register', { domain: 'quillcove-example.com', registrar: 'hover' }));
  const [exported] = await ann.shown(ann.command('privacy', { action: 'export' }));
  expect(JSON.stringify(exported)).toContain('.json');
  const [asked] = await ann.shown(ann.command('privacy', { action: 'delete' }));
  expect(textOf([asked!])).toContain('1 world');
  expect(textOf(await ann.shown(ann.press(asked!, CONFIRM)))).toContain('you are new here');
  expect(textOf(await ann.shown(ann.press(asked!, CONFIRM)))).toContain('Nothing has been deleted');
  expect(textOf(await ann.shown(ann.command('privacy')))).toContain('Now: 1 account and 1 learner number.');
  expect(discord.state.refusals).toEqual([]);
});

test('on Slack likewise, as text that is theirs alone', async () => {
  const served = await serve('socket');
  const ann = served.someone();
  const wordsOf = (posted: readonly Posted[]) => posted.map(({ blocks }) => textsIn(blocks).join('')).join('');
  const say = (line: string) => served.replies(() => ann.slash('/hostmaster', line));
  await say('register quillcove-example.com hover');
  const exported = await say('privacy export');
  expect(wordsOf(exported)).toContain('quillcove-example.com');
  for (const { user } of exported) expect(user).toBe(ann.user);
  const [asked] = await say('privacy delete');
  expect(wordsOf(await served.replies(() => ann.press(asked!, CONFIRM)))).toContain('you are new here');
  expect(wordsOf(await say('privacy'))).toContain('Now: 1 account and 1 learner number.');
  expect(served.standin.refusals).toEqual([]);
});
