import { describe, expect, test } from 'vitest';
import { besidesMention, lineOfMessage, lineOfSlash } from '../../src/slack/line.ts';
import { readForm, writeForm } from '../../src/slack/place.ts';
import { receiveSlack } from '../../src/slack/receive.ts';

const COMMANDS = new Set(['quiz', 'dig', 'help', 'respond']);

// biome-ignore format: a table reads down its columns
test.each([
  ['a subcommand is the command',        '/hostmaster', 'quiz',                                   '/quiz'],
  ['with its words',                     '/hostmaster', ' dig  a.test MX ',                       '/dig  a.test MX'],
  ['a slash before it is one too many',  '/hostmaster', '/dig a.test',                            '/dig a.test'],
  ['nothing is a call for help',         '/hostmaster', '',                                       '/help'],
  ['a misspelling stays one',            '/hostmaster', 'qiuz',                                   '/qiuz'],
  ['a shortcut is its command',          '/quiz',       '',                                       '/quiz'],
  ['with its words as well',             '/dig',        'a.test',                                 '/dig a.test'],
  ['links are undone',                   '/dig',        '<http://a.test|a.test> @<http://b.test|b.test>', '/dig a.test @b.test'],
  ['a whole address stays one',          '/dig',        '<https://a.test/x>',                     '/dig https://a.test/x'],
  ['so are mail addresses',              '/dig',        '<mailto:me@a.test|me@a.test>',           '/dig me@a.test'],
  ['and entities, once',                 '/dig',        '&lt;a&gt; &amp;amp; "b"',                '/dig <a> &amp; "b"'],
  ['people and channels by id',          '/dig',        '<@U1|ann> <#C1|general> <!here> <!subteam^S1|@all> <@U2>', '/dig @U1 #C1 @here @all @U2'],
])('in a slash command %s', (_, command, text, line) => {
  expect(lineOfSlash(command, text)).toBe(line);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a known word is a command',           'quiz',               '/quiz'],
  ['in any case',                         ' Dig A.test ',       '/Dig A.test'],
  ['a slash makes a command',             '/qiuz',              '/qiuz'],
  ['the one for all is undone',           '/hostmaster quiz',   '/quiz'],
  ['alone it is a call for help',         '/hostmaster',        '/help'],
  ['anything else is a response',         'b',                  'b'],
  ['a word that begins like one as well', 'quizzes',            'quizzes'],
  ['code as a whole is what it says',     '`dig a.test`',       '/dig a.test'],
  ['even as a block',                     '```quiz```',         '/quiz'],
  ['code in part stays code',             '`a` and `b`',        '`a` and `b`'],
  ['entities are undone first',           '&lt;quiz&gt;',       '<quiz>'],
])('in a message %s', (_, text, line) => {
  expect(lineOfMessage(text, COMMANDS)).toBe(line);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['what follows counts',                  '<@UBOT> quiz',           ' quiz'],
  ['after a comma too',                    'Hey <@UBOT>, quiz',      ' quiz'],
  ['what precedes when nothing follows',   'quiz <@UBOT>',           'quiz '],
  ['another person is no mention',         '<@U9> <@UBOT> quiz <@U9>', ' quiz <@U9>'],
  ['a name beside the id makes no odds',   '<@UBOT|hostmaster> b',   ' b'],
])('of a mention %s', (_, text, rest) => {
  expect(besidesMention(text, 'UBOT')).toBe(rest);
});

const slash = {
  command: '/hostmaster',
  text: 'quiz',
  user_id: 'U1',
  team_id: 'T1',
  channel_id: 'C1',
  response_url: 'u',
  trigger_id: 't',
};
const event = (over: object) => ({
  ...{ type: 'event_callback', event_id: 'E1', team_id: 'T1', authorizations: [{ user_id: 'UBOT' }] },
  event: { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', text: 'quiz', ...over },
});
const action = (over: object, around: object = {}) => ({
  ...{
    type: 'block_actions',
    user: { id: 'U1', team_id: 'T1' },
    team: { id: 'T1' },
    trigger_id: 't',
    response_url: 'u',
  },
  ...{ channel: { id: 'C1' }, container: { type: 'message', message_ts: '1.1', is_ephemeral: true } },
  actions: [{ action_id: 'press 0', block_id: 'b', value: '/quiz', ...over }],
  ...around,
});
const U1 = { platform: 'slack', space: 'T1', user: 'U1' };

const gone = { type: 'event_callback', event_id: 'E1', team_id: 'T1', event_time: 7, authorizations: null };

describe('a delivery', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['slash command',            slash,                                                  { kind: 'line', id: 't', line: '/quiz', account: U1, place: { channel: 'C1', responseUrl: 'u' } }],
    ['direct message',           event({}),                                              { kind: 'line', id: 'E1', line: '/quiz', account: U1, place: { channel: 'D1', isDirect: true } }],
    ['direct message in a thread', event({ thread_ts: '7.7' }),                          { kind: 'line', place: { channel: 'D1', isDirect: true, thread: '7.7' } }],
    ['mention',                  event({ type: 'app_mention', channel_type: 'channel', text: '<@UBOT> b' }), { kind: 'line', line: 'b', place: { isDirect: false } }],
    ['bare mention',             event({ type: 'app_mention', text: '<@UBOT>' }),        { kind: 'line', line: '/help' }],
    ['Home tab',                 event({ type: 'app_home_opened', tab: 'home' }),        { kind: 'home', account: U1, place: {} }],
    ['button',                   action({}),                                             { kind: 'line', id: 't', line: '/quiz', place: { channel: 'C1', isDirect: false, responseUrl: 'u' } }],
    ['button in a conversation', action({}, { channel: { id: 'D1' }, container: { message_ts: '1.1', thread_ts: '7.7' } }), { kind: 'line', place: { channel: 'D1', isDirect: true, thread: '7.7' } }],
    ['button on the Home tab',   action({}, { channel: undefined, response_url: undefined, container: { view_id: 'V1' } }), { kind: 'line', place: { isDirect: false } }],
    ['menu',                     action({ action_id: 'choose 0 /register a.test {}', selected_option: { value: 'hover$&' } }), { kind: 'line', line: '/register a.test hover$&' }],
    ['menu to pick from',        action({ action_id: 'pick 0', selected_options: [] }),  { kind: 'nothing' }],
    ['form’s button',            action({ action_id: 'fill 2 b a c', value: '/respond {}', text: { type: 'plain_text', text: 'Respond' } }), { kind: 'form', form: { trigger: 't', label: 'Respond', placeholder: 'b a c', command: '/respond {}' } }],
    ['button of another time',   action({ action_id: 'respond:1' }),                     { kind: 'outdated', account: U1 }],
    ['button without a command', action({ value: undefined }),                           { kind: 'outdated' }],
    ['organisation without a team', action({}, { team: null }),                          { kind: 'line', account: U1 }],
    ['removal',                  { ...gone, event: { type: 'app_uninstalled' } },        { kind: 'removal', id: 'E1', at: 7999 }],
    ['revocation',               { ...gone, event: { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } } }, { kind: 'removal', id: 'E1', at: 7999 }],
    ['revocation for a person',  { ...gone, event: { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } } }, { kind: 'nothing' }],
    ['removal without a time',   { ...gone, event_time: undefined, event: { type: 'app_uninstalled' } }, { kind: 'nothing' }],
    ['nothing',                  undefined,                                              { kind: 'nothing' }],
    ['anything else',            { type: 'event_callback' },                             { kind: 'nothing' }],
  ])('that is a %s asks for what it should', (_, body, received) => {
    expect(receiveSlack(body, COMMANDS)).toMatchObject(received);
  });

  test('of a form holds what it was opened for, unless that was too long to keep', () => {
    const form = { command: '/respond #p {}', place: { channel: 'C1', responseUrl: 'u' } };
    expect(readForm(writeForm(form))).toEqual(form);
    const long = { command: '/x {}', place: { responseUrl: 'u'.repeat(3000) } };
    expect(readForm(writeForm(long))).toEqual({ command: '/x {}', place: {} });
    expect(readForm('from before')).toBeUndefined();
  });
});
