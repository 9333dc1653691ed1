import { expect, test } from 'vitest';
import { deliver } from '../../src/slack/deliver.ts';
import type { Outlet } from '../../src/slack/outlet.ts';
import { type Way, waysTo } from '../../src/slack/ways.ts';

const byUrl = (isShared: boolean, over: object = {}) => ({ kind: 'response-url', url: 'u', isShared, ...over });
const alone = (over: object = {}) => ({ kind: 'ephemeral', channel: 'C1', user: 'U1', ...over });
const open = (channel: string, over: object = {}) => ({ kind: 'message', channel, ...over });
const T = { thread: '7.7' };

// biome-ignore format: a table reads down its columns
test.each([
  ['for the learner, after a slash command',      'learner', { channel: 'C1', responseUrl: 'u' },         [byUrl(false), alone(), open('U1')]],
  ['for the learner, after a mention',            'learner', { channel: 'C1' },                           [alone(), open('U1')]],
  ['for the learner, in a thread',                'learner', { channel: 'C1', ...T, responseUrl: 'u' },   [alone(T), byUrl(false, T), open('U1')]],
  ['for the learner, in their own conversation',  'learner', { channel: 'D1', isDirect: true, responseUrl: 'u' }, [open('D1'), open('U1')]],
  ['for the learner, on the Home tab',            'learner', {},                                          [open('U1')]],
  ['for the channel, after a slash command',      'channel', { channel: 'C1', responseUrl: 'u' },         [byUrl(true), open('C1'), open('U1')]],
  ['for the channel, in a thread',                'channel', { channel: 'C1', ...T },                     [open('C1', T), open('U1')]],
] as const)('a reply %s has its ways', (_, audience, place, ways) => {
  expect(waysTo(place, 'U1', audience)).toEqual(ways);
});

const WAYS: readonly Way[] = [
  { kind: 'message', channel: 'C1' },
  { kind: 'message', channel: 'U1' },
];
const MESSAGES = [
  { text: 'one', blocks: [{ type: 'divider' }] },
  { text: 'two', blocks: [] },
] as const;

/** Refuses by what is said of a channel and a text; keeps the rest. */
function outlet(refused: Readonly<Record<string, string>>) {
  const sent: string[] = [];
  const send: Outlet = async (way, { text, blocks }) => {
    const key = `${way.kind === 'message' ? way.channel : ''} ${text}${blocks.length > 0 ? '+' : ''}`;
    const code = refused[key];
    if (code === undefined) sent.push(key);
    return code === undefined ? { kind: 'done' } : code === 'unreachable' ? { kind: code } : { kind: 'refused', code };
  };
  return { send, sent };
}

// biome-ignore format: a table reads down its columns
test.each([
  ['all by the first way',                     {},                                                       ['C1 one+', 'C1 two'],  []],
  ['by the next way from where one closes',    { 'C1 one+': 'not_in_channel' },                          ['U1 one+', 'U1 two'],  []],
  ['by the next way once one fails midway',    { 'C1 two': 'unreachable' },                              ['C1 one+', 'U1 two'],  []],
  ['in plain words when blocks are refused',   { 'C1 one+': 'invalid_blocks' },                          ['C1 one', 'C1 two'],   []],
  ['to nobody when no way is open',            { 'C1 one+': 'is_archived', 'U1 one+': 'unreachable' },   [],                     ['message: is_archived', 'message: unreachable']],
])('messages are delivered %s', async (_, refused, sent, faults) => {
  const by = outlet(refused);
  expect(await deliver(MESSAGES, WAYS, by.send)).toEqual(faults);
  expect(by.sent).toEqual(sent);
});
