import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { instant } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startTerminal } from '../../src/terminal/start.ts';
import { commands } from '../../src/tutor/commands.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { parseLine } from '../../src/tutor/parse.ts';
import { notice, type Reply } from '../../src/tutor/reply.ts';
import { aCommandLine } from '../support/command-lines.ts';
import { noCourier } from '../support/courier.ts';
import { school } from '../support/school.ts';

const SESSIONS = 50;
const LINES = 20;
const ME = { platform: 'terminal', space: 'here', user: 'me' } as const;
const NO_COMPLETION: [string[], string] = [[], ''];

/** Sends lines through a terminal to the real tutor on a fresh store; gives the transcript, the log of errors, and the replies. */
async function session(lines: readonly string[]) {
  const [input, output, error] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const printed = Promise.all([output, error].map((stream) => stream.setEncoding('utf8').toArray()));
  const store = await openStore(':memory:');
  const rng = seededRng(7);
  let made = 0;
  const deps = {
    store,
    content: school,
    newSeed: () => rng.integer(0, 2 ** 31 - 1),
    newId: () => `id7x${made++}`,
    courier: noCourier,
  };
  const replies: Reply[] = [];
  const handle = async (line: string) => {
    const reply = await handleLine(deps, ME, instant(1_000_000 + made), line);
    replies.push(reply);
    return reply;
  };
  input.end(lines.map((line) => `${line}\n`).join(''));
  const look = {
    colour: false,
    banner: notice('Welcome.'),
    complete: () => NO_COMPLETION,
    newIncident: () => ({ id: 'ab12', level: 'error' as const }),
  };
  await startTerminal({ input, output, error, handle, ...look });
  await store.close();
  output.end();
  error.end();
  const [transcript = '', errors = ''] = (await printed).map((parts) => parts.join(''));
  return { transcript, errors, replies };
}

test('a thousand lines, well-formed and not, are each answered and break nothing', { timeout: 300_000 }, async () => {
  const lines = fc.array(aCommandLine(commands, school), { minLength: LINES, maxLength: LINES });
  const property = fc.asyncProperty(lines, async (given) => {
    const { transcript, errors, replies } = await session(given);
    expect(errors).toBe('');
    expect(transcript).not.toContain('Something broke on my side');
    expect(replies).toHaveLength(given.length);
    expect(transcript.match(/^> /gm)?.length).toBeGreaterThanOrEqual(given.length);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(transcript).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    for (const { blocks, choices } of replies) {
      expect(blocks.length).toBeGreaterThan(0);
      for (const choice of choices) {
        if (choice.kind === 'link') continue;
        const words = choice.kind === 'menu' ? choice.values.map(({ value }) => value) : ['a'];
        for (const word of words) {
          const line = choice.command.replaceAll('{}', () => word);
          const parsed = parseLine(line, commands, school.lists);
          // What is typed into a form may be unfit for the option that it is for, and for nothing else.
          const isUnfit = !parsed.ok && parsed.problem.kind === 'bad-option' && parsed.problem.word === word;
          if (!(choice.kind === 'form' && isUnfit)) expect(parsed, line).toMatchObject({ ok: true });
        }
      }
    }
  });
  await fc.assert(property, { numRuns: SESSIONS });
});
