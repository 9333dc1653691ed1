import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { startTerminal, type Terminal } from '../../src/terminal/start.ts';
import { notice } from '../../src/tutor/reply.ts';

/** A session over streams in memory: what it wrote, and what it was asked in order. */
function aSession(over: Partial<Terminal> = {}) {
  const asked: string[] = [];
  const input = new PassThrough();
  const output = new PassThrough();
  const error = new PassThrough();
  const handle = async (line: string) => {
    asked.push(line);
    if (line === '/break') throw new Error('the disk\nis full', { cause: 'a \u001b[31mcause' });
    return notice(`You said ${line}.`);
  };
  const settings = { colour: false, banner: notice('Welcome.'), complete: () => [[], ''] as [string[], string] };
  const ended = startTerminal({
    input,
    output,
    error,
    ...settings,
    handle,
    newIncident: () => ({ id: 'ab12', level: 'error' }),
    ...over,
  });
  const written = () => [output, error].map((stream) => String(stream.read() ?? ''));
  return { input, output, ended, asked, written };
}

test('a pipe gives a transcript, and its end ends the session', async () => {
  const { input, ended, written } = aSession();
  input.end('one\n\n  \ntwo');
  await ended;
  expect(written()[0]).toBe('Welcome.\n\n> one\nYou said one.\n\n> two\nYou said two.\n\n');
});

test.each([
  ['a full stop', '/import <<\n$ORIGIN a.test.\n\n  NS b\n.\n/next\n', ['/import $ORIGIN a.test.\n\n  NS b', '/next']],
  ['the end of what is sent', '/import <<\n$ORIGIN a.test.', ['/import $ORIGIN a.test.']],
])('a command that is left open takes the lines up to %s', async (_, sent, commands) => {
  const { input, ended, asked } = aSession();
  input.end(sent);
  await ended;
  expect(asked).toEqual(commands);
});

test('each line is answered before the next is looked at', async () => {
  const order: string[] = [];
  const handle = async (line: string) => {
    order.push(`asked ${line}`);
    await new Promise((resolve) => setTimeout(resolve, line === 'slow' ? 20 : 0));
    order.push(`answered ${line}`);
    return notice(line);
  };
  const { input, ended } = aSession({ handle });
  input.end('slow\nquick\n');
  await ended;
  expect(order).toEqual(['asked slow', 'answered slow', 'asked quick', 'answered quick']);
});

test.each(['/quit', '/exit'])('%s leaves, and what comes after is not asked', async (leave) => {
  const { input, ended, asked } = aSession();
  input.write(`one\n${leave}\ntwo\n`);
  await ended;
  expect(asked).toEqual(['one']);
});

test('what breaks is told by its id, in one line of detail, and the session goes on', async () => {
  const { input, ended, written } = aSession();
  input.end('/break\nnext\n');
  await ended;
  const [said, detail] = written();
  expect(said).toContain('> /break\nSomething broke on my side (ab12).');
  expect(said).toContain('You said next.');
  expect(said).not.toContain('disk');
  expect(detail).toMatch(/^incident ab12: Error: the disk is full .*cause.*\n$/);
  expect(detail).not.toContain('\u001b');
});

test('a reply that cannot be drawn is an incident too', async () => {
  const { input, ended, written } = aSession({
    handle: async () => JSON.parse('{"blocks":[{"kind":"new"}],"choices":[]}'),
  });
  input.end('one\n');
  await ended;
  expect(written()[0]).toContain('(ab12)');
});

test('a closed output ends the session quietly', async () => {
  const closed = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
  const output = new Writable({ write: (_chunk, _encoding, done) => done(closed) });
  const { input, ended, asked } = aSession({ output });
  input.write('one\n');
  await ended;
  expect(asked).toEqual([]);
});

test('what a line would do to the terminal is not done by its echo', async () => {
  const { input, ended, written } = aSession({ handle: async () => notice('No.') });
  input.end('a\u001b[2Jb\n');
  await ended;
  expect(written()[0]).toContain('> a␛[2Jb\n');
});

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const ARROW_UP = '\u001b[A';

/** A session that believes in a terminal; `type` gives strokes and waits until the screen has shown what they lead to. */
function aTypedSession() {
  let isRaw = false;
  const setRawMode = (raw: boolean) => {
    isRaw = raw;
  };
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const session = aSession({ input, output, complete: () => [['/help '], '/he'] });
  let screen = '';
  output.on('data', (part) => {
    screen += part;
  });
  const type = async (strokes: string, shown: string) => {
    const from = screen.length;
    input.write(strokes);
    while (!screen.includes(shown, from)) await new Promise(setImmediate);
  };
  return { ...session, type, screen: () => screen, isRaw: () => isRaw };
}

test.each([
  ['Ctrl-C', CTRL_C],
  ['Ctrl-C in the middle of a line', `two${CTRL_C}`],
  ['Ctrl-D', CTRL_D],
  ['/quit', '/quit\r'],
])('%s leaves a terminal at the start of a line and lets go of its input', async (_, strokes) => {
  const { type, ended, asked, screen, isRaw } = aTypedSession();
  await type('', 'hostmaster> ');
  await type('one\r', 'hostmaster> ');
  expect(isRaw()).toBe(true);
  await type(strokes, '');
  await ended;
  expect(asked).toEqual(['one']);
  expect(screen()).toMatch(/You said one\.\n\n.*hostmaster> .*\r?\n$/);
  expect(isRaw()).toBe(false);
});

test('Tab completes and the arrow brings back what was typed', async () => {
  const { type, ended, asked } = aTypedSession();
  await type('', 'hostmaster> ');
  await type('/he', '/he');
  await type('\t', 'lp ');
  await type('\r', 'You said /help.');
  await type(ARROW_UP, '/help');
  await type('\r', 'You said /help.');
  await type(CTRL_D, '');
  await ended;
  expect(asked).toEqual(['/help', '/help']);
});
