import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { writeControl } from '../../src/discord/control.ts';
import { tamper } from '../support/kept.ts';
import { temporaryFolder } from '../support/store.ts';
import { aLearner } from './discord/learner.ts';
import { serveStandIn } from './discord/serve-stand-in.ts';
import { until } from './discord/state.ts';
import { incidentsIn, interactionsIn, told } from './interaction-lines.ts';
import { startProgram } from './program.ts';
import { byHttp, bySocket } from './slack/deliver.ts';
import { person } from './slack/person.ts';
import { freePort } from './slack/serve.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, startStandin } from './slack/standin.ts';

/** Written by learners, and never to be found in a log. */
const WORDS = 'quillwort-confession';
const aFile = () => join(temporaryFolder(), 'study.db');
const lines = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 20 });

/** Takes away what scores are counted from, so that to ask for them breaks. */
const breakScores = (file: string): void => tamper(file, 'alter table review rename to review_gone');

const control = (command: string) => writeControl({ kind: 'press', command }, 0) ?? '';

describe.each(['gateway', 'http'] as const)('Discord by %s', (transport) => {
  test('each thing that somebody does has one line, with what came of it and nothing of what was said', async () => {
    const file = aFile();
    const { discord, program } = await serveStandIn(file, [], transport);
    const ann = aLearner(discord, 'server');
    const tell = (...[kind, by, outcome]: [string, string, string]) => told('discord', kind, by, outcome);
    const expected: string[] = [];
    const [help] = await ann.shown(ann.command('help'));
    expected.push(tell('help', 'command', 'answered'));
    await ann.suggestions('quiz', 'concept', WORDS);
    expected.push(tell('suggestions', 'typing', 'answered'));
    await ann.shown(ann.command('respond', { response: WORDS }));
    expected.push(tell('respond', 'command', 'answered'));
    const pressed = ann.send(3, { component_type: 2, custom_id: control('/scores') }, help);
    await ann.shown(pressed);
    expected.push(tell('scores', 'control', 'answered'));
    await lines(() => expect(interactionsIn(program.log)).toEqual(expected));
    ann.again(pressed);
    expected.push(tell('scores', 'control', 'duplicate'));
    await lines(() => expect(interactionsIn(program.log)).toEqual(expected));
    await ann.shown(ann.send(3, { component_type: 2, custom_id: `${WORDS}` }, help));
    expected.push(tell('outdated', 'control', 'refused'));
    const ask = writeControl({ kind: 'ask', command: '/respond {}', label: 'Respond', placeholder: '' }, 0);
    const asked = ann.send(3, { component_type: 2, custom_id: ask }, help);
    const modal = await until(discord.state, () => asked.modal);
    expected.push(tell('form', 'control', 'answered'));
    const component = { type: 4, id: 2, custom_id: 'words', value: WORDS };
    await ann.shown(ann.send(5, { custom_id: modal.custom_id, components: [{ type: 18, id: 1, component }] }, help));
    expected.push(tell('respond', 'form', 'answered'));
    await ann.shown(ann.send(3, { component_type: 2, custom_id: control(`/${WORDS}`) }, help));
    expected.push(tell('unknown', 'control', 'answered'));
    if (transport === 'gateway') {
      ann.command('help').respondBefore = 0;
      expected.push(tell('help', 'command', 'late'));
      await lines(() => expect(interactionsIn(program.log)).toEqual(expected));
    }
    breakScores(file);
    await ann.shown(ann.command('scores'));
    expected.push(tell('scores', 'command', 'failed'));
    await lines(() => expect(interactionsIn(program.log)).toEqual(expected));
    await program.stop();
    expect(interactionsIn(program.log)).toEqual(expected);
    expect(incidentsIn(program.log)).toBe(1);
    for (const hidden of [WORDS, ann.user, ann.channel, discord.state.token, pressed.id])
      expect(program.log.join('\n')).not.toContain(hidden);
  });
});

describe.each(['socket', 'http'] as const)('Slack by %s', (transport) => {
  test('each thing that somebody does has one line, with what came of it and nothing of what was said', async () => {
    const [file, standin, port] = [aFile(), await startStandin(), await freePort()];
    onTestFinished(() => standin.stop());
    const own = transport === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET };
    const environment = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: standin.apiUrl, PORT: String(port), ...own };
    const program = startProgram(['--database', file, '--seed', '7'], environment);
    onTestFinished(() => void program.process.kill('SIGKILL'));
    await program.logged(transport === 'socket' ? /Slack is served/ : /listening at/);
    if (transport === 'socket') await lines(() => expect(standin.sockets.open()).toBe(2));
    const deliver = transport === 'socket' ? bySocket(standin) : byHttp(`http://127.0.0.1:${port}/slack/events`);
    const ann = person(standin, deliver, 'UANNEWRITER');
    const tell = (...[kind, by, outcome]: [string, string, string]) => told('slack', kind, by, outcome);
    const expected: string[] = [];
    const next = async (act: () => Promise<unknown>, line: string) => {
      await act();
      expected.push(line);
      await lines(() => expect(interactionsIn(program.log)).toEqual(expected));
    };

    await next(() => ann.slash('/hostmaster', 'help'), tell('help', 'command', 'answered'));
    await next(() => ann.say(WORDS), tell('respond', 'message', 'answered'));
    await next(() => ann.mention(`<@UBOT> /${WORDS}`), tell('unknown', 'message', 'answered'));
    const message = ann.payloads.message('/scores');
    await next(() => ann.send('message', message), tell('scores', 'message', 'answered'));
    await next(() => ann.send('message', message), tell('scores', 'message', 'duplicate'));
    await next(() => ann.openHome(), tell('home', 'message', 'answered'));
    const view = { callback_id: 'form', private_metadata: '{"command":"/respond {}","place":{"channel":"COPEN"}}' };
    await next(() => ann.submit(view, WORDS), tell('respond', 'form', 'answered'));
    await next(() => ann.submit({ ...view, private_metadata: WORDS }, WORDS), tell('outdated', 'form', 'refused'));
    await next(() => ann.shortcut('www.example.com'), tell('dig', 'shortcut', 'answered'));
    breakScores(file);
    await next(() => ann.slash('/hostmaster', 'scores'), tell('scores', 'command', 'failed'));
    await program.stop();
    expect(interactionsIn(program.log)).toEqual(expected);
    expect(incidentsIn(program.log)).toBe(1);
    for (const hidden of [WORDS, ann.user, 'COPEN', BOT_TOKEN, APP_TOKEN, SIGNING_SECRET])
      expect(program.log.join('\n')).not.toContain(hidden);
  });
});

test('of what is typed into a terminal there is a line only where all is to be logged', async () => {
  const typed = `/help\n${WORDS}\n/${WORDS}\n`;
  const log = async (LOG_LEVEL: string): Promise<readonly string[]> => {
    const program = startProgram(['--database', ':memory:'], { LOG_LEVEL });
    program.process.stdin?.end(typed);
    await program.ended;
    return program.log;
  };
  expect(await log('info')).toEqual([]);
  const all = await log('debug');
  const tell = (kind: string) => told('terminal', kind, 'line', 'answered');
  expect(interactionsIn(all)).toEqual([tell('help'), tell('respond'), tell('unknown')]);
  expect(all.join('\n')).not.toContain(WORDS);
});
