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

const onSlack = async () => {
  const served = await serve('socket');
  const ann = served.someone();
  const wordsOf = (posted: readonly Posted[]) => posted.map(({ blocks }) => textsIn(blocks).join('')).join('');
  const say = (line: string) => served.replies(() => ann.slash('/hostmaster', line));
  await say('register quillcove-example.com hover');
  return { ...served, ann, wordsOf, say };
};

test('on Slack likewise, the file in direct messages though it was asked for in a channel', async () => {
  const { standin, ann, wordsOf, say, replies } = await onSlack();
  const told = await say('privacy export');
  expect(wordsOf(told)).toMatch(/The file hostmaster-[\d-]+\.json is in our direct messages, where only you see it\./);
  expect(wordsOf(told)).not.toContain('quillcove');
  const [share, ...more] = standin.shares;
  expect([share?.channel, more]).toEqual([`D${ann.user}`, []]);
  const { tables } = JSON.parse(Buffer.from(share?.file.octets ?? []).toString());
  expect(JSON.stringify(tables)).toContain('quillcove-example.com');
  const [asked] = await say('privacy delete');
  expect(wordsOf(await replies(() => ann.press(asked!, CONFIRM)))).toContain('you are new here');
  expect(wordsOf(await say('privacy'))).toContain('Now: 1 account and 1 learner number.');
  expect(standin.refusals).toEqual([]);
});

test.each(['im:write', 'files:write'])(
  'without %s it is text on Slack, theirs alone, and it is said why',
  async (lacks) => {
    const { standin, ann, wordsOf, say } = await onSlack();
    standin.scopes = standin.scopes.filter((scope) => scope !== lacks);
    const exported = await say('privacy export');
    expect(wordsOf(exported)).toContain('quillcove-example.com');
    expect(wordsOf(exported)).toContain('which did not work just now');
    for (const { user } of exported) expect(user).toBe(ann.user);
    expect(standin.shares).toEqual([]);
  },
);
