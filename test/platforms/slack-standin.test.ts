import { expect, onTestFinished, test } from 'vitest';
import { checkMessage, checkView, pingsIn } from './slack/check-message.ts';
import { BOT_TOKEN, startStandin } from './slack/standin.ts';

const text = (words: string) => ({ type: 'plain_text', text: words });
const button = (over: object = {}) => ({ type: 'button', action_id: 'a', text: text('x'), value: 'v', ...over });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const options = (count: number, over: object = {}) =>
  Array.from({ length: count }, () => ({ text: text('x'), value: 'v', ...over }));
const select = (over: object) => actions({ type: 'static_select', action_id: 'a', ...over });
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });

// biome-ignore format: a table reads down its columns
test.each([
  ['51 blocks',                          Array.from({ length: 51 }, () => ({ type: 'divider' })), 'no more than 50'],
  ['a block that is none',               [{ type: 'heading' }],                            'unsupported type'],
  ['a field nobody knows',               [{ type: 'divider', colour: 'red' }],             '/colour: unknown field'],
  ['a header of 151 characters',         [{ type: 'header', text: text('x'.repeat(151)) }], 'less than 151'],
  ['a header of mark-up',                [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], 'must be plain_text'],
  ['an empty header',                    [{ type: 'header', text: text(' ') }],            'more than 0'],
  ['a section of 3,001 characters',      [{ type: 'section', text: text('x'.repeat(3001)) }], 'less than 3001'],
  ['eleven fields',                      [{ type: 'section', fields: Array.from({ length: 11 }, () => text('x')) }], 'too many'],
  ['26 buttons in a row',                [actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `${index}` })))], '1 to 25'],
  ['an action_id twice in a block',      [actions(button(), button())],                    'not unique'],
  ['a button label of 76 characters',    [actions(button({ text: text('x'.repeat(76)) }))], 'less than 76'],
  ['a button value of 2,001 characters', [actions(button({ value: 'x'.repeat(2001) }))],   '1 to 2000'],
  ['an empty button value',              [actions(button({ value: '' }))],                 '1 to 2000'],
  ['101 options',                        [select({ options: options(101) })],              '1 to 100'],
  ['an option value of 151 characters',  [select({ options: options(1, { value: 'x'.repeat(151) }) })], '1 to 150'],
  ['an empty text in rich text',         [rich({ type: 'text', text: '' })],               'more than 0'],
  ['an input in a message',              [{ type: 'input', label: text('x'), element: { type: 'plain_text_input', action_id: 'a' } }], 'not allowed'],
  ['a block_id twice',                   [{ type: 'divider', block_id: 'b' }, { type: 'divider', block_id: 'b' }], 'not unique'],
])('the stand-in refuses %s', (_, blocks, said) => {
  const refusal = checkMessage({ text: 'x', blocks });
  expect(refusal?.error).toBe('invalid_blocks');
  expect(refusal?.messages.join()).toContain(said);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing at all',                 {},                                                        'no_text'],
  ['an argument nobody knows',       { text: 'x', colour: 'red' },                              'invalid_arguments'],
  ['more text than a message holds', { text: 'x', blocks: Array.from({ length: 5 }, () => rich({ type: 'text', text: 'x'.repeat(2999) })) }, 'msg_blocks_too_long'],
])('the stand-in refuses a message of %s', (_, message, error) => {
  expect(checkMessage(message)?.error).toBe(error);
});

const modal = {
  type: 'modal',
  title: text('x'),
  submit: text('y'),
  blocks: [{ type: 'input', label: text('x'), element: { type: 'plain_text_input', action_id: 'a' } }],
};

// biome-ignore format: a table reads down its columns
test.each([
  ['a modal as it should be',       {},                                      undefined],
  ['a title of 25 characters',      { title: text('x'.repeat(25)) },         'less than 25'],
  ['an input without submit',       { submit: undefined },                   '/submit: missing'],
  ['too much to keep',              { private_metadata: 'x'.repeat(3001) },  'less than 3001'],
])('the stand-in judges %s', (_, over, said) => {
  const refusal = checkView({ ...modal, ...over }, 'modal');
  if (said === undefined) expect(refusal).toBeUndefined();
  else expect(refusal?.messages.join()).toContain(said);
});

test('mentions that would go out are found, in text, mark-up and rich text', () => {
  const section = { type: 'section', text: { type: 'mrkdwn', text: 'Hi <!here>' } };
  expect(pingsIn({ text: '<!channel>', blocks: [section, rich({ type: 'user', user_id: 'U1' })] })).toEqual([
    '<!channel>',
    '<!here>',
    '<!user>',
  ]);
  expect(pingsIn({ text: '&lt;!channel&gt;', blocks: [rich({ type: 'text', text: '<!channel>' })] })).toEqual([]);
});

async function call(apiUrl: string, method: string, body: object, token = BOT_TOKEN): Promise<{ error?: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return (
    await fetch(`${apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(body) })
  ).json() as Promise<{ error?: string }>;
}

test('the stand-in refuses wrong tokens, closed channels, spent triggers and spent addresses', async () => {
  const standin = await startStandin();
  onTestFinished(() => standin.stop());
  const { apiUrl, triggers, responseUrls, url } = standin;
  const now = Date.now();
  triggers.set('fresh', { at: now, isUsed: false });
  triggers.set('old', { at: now - 3001, isUsed: false });
  responseUrls.set('/response/1', { uses: 0, isExpired: false, channel: 'C1', user: 'U1' });
  const open = (trigger_id: string) => call(apiUrl, 'views.open', { trigger_id, view: modal });
  const answers = [
    await call(apiUrl, 'auth.test', {}, 'xoxb-wrong'),
    await call(apiUrl, 'chat.postMessage', { channel: 'CELSEWHERE', text: 'x' }),
    await call(apiUrl, 'chat.postMessage', { channel: 'DOTHER', text: 'x' }),
    await open('none'),
    await open('old'),
    await open('fresh'),
    await open('fresh'),
  ];
  expect(answers.map(({ error }) => error)).toEqual([
    ...['invalid_auth', 'not_in_channel', 'channel_not_found', 'invalid_trigger_id', 'expired_trigger_id'],
    ...[undefined, 'exchanged_trigger_id'],
  ]);
  const post = () =>
    fetch(`${url}/response/1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"x"}',
    });
  const statuses = [];
  for (let times = 0; times < 6; times++) statuses.push((await post()).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
});
