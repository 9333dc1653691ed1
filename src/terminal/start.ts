import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { describeFault, type Incidents } from '../base/incidents.ts';
import { type Observe, UNWATCHED } from '../base/observe.ts';
import { printableLine } from '../base/printable.ts';
import { brokenNotice } from '../tutor/broken.ts';
import { kindOfLine } from '../tutor/kind-of-line.ts';
import type { Reply } from '../tutor/reply.ts';
import type { Completion } from './complete.ts';
import { CLOSE, receive } from './receive.ts';
import { renderTerminal } from './render.ts';

/** What a terminal session is given; all that it does to the outside it does through these. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly error: Writable;
  readonly colour: boolean;
  /** Said once, before the first line is read. */
  readonly banner: Reply;
  readonly handle: (line: string) => Promise<Reply>;
  readonly complete: (line: string) => Completion;
  /** What it is called that broke, so that what a learner reports can be found in what `error` was told. */
  readonly newIncident: Incidents['newIncident'];
  /** Absent: nobody looks on. */
  readonly observe?: Observe;
}

const PROMPT = 'hostmaster> ';
const LINES_REMEMBERED = 1000;
const NARROWEST = 40;
const WIDEST = 100;
const UNKNOWN_WIDTH = 80;

/**
 * Talks until the input ends or the learner leaves: with a prompt, history and completion on a terminal, as a transcript
 * from a pipe. Each line is answered before the next is looked at. A closed output ends it like the end of input.
 */
export async function startTerminal(terminal: Terminal): Promise<void> {
  const { output, error, banner } = terminal;
  const isTyped = terminal.input.isTTY === true && output.isTTY === true;
  const lines = isTyped ? typedLines(terminal) : createInterface({ input: terminal.input, terminal: false });
  const eachLine = lines[Symbol.asyncIterator](); // made before anything is awaited, or lines would be missed
  output.on('error', () => lines.close());
  error.on('error', () => {});

  const prompt = () => (isTyped && output.writable ? lines.prompt() : undefined);
  await send(output, `${draw(terminal, banner)}\n\n`);
  prompt();
  for await (const typed of eachLine) {
    const received = receive(typed);
    if (!output.writable) break;
    if (received.kind === 'leave') return lines.close();
    if (received.kind !== 'nothing') {
      const echo = isTyped ? '' : `> ${printableLine(typed.trim())}\n`;
      const line = received.kind === 'open' ? await withLines(received.line, eachLine) : received.line;
      await send(output, `${echo}${await answer(terminal, line)}\n\n`);
    }
    prompt();
  }
  lines.close();
  if (isTyped) await send(output, '\n');
}

/** A command with the lines that follow it, up to the closing one or the end of input. */
async function withLines(command: string, lines: AsyncIterator<string>): Promise<string> {
  const gathered: string[] = [];
  for (let next = await lines.next(); !next.done && next.value.trim() !== CLOSE; next = await lines.next())
    gathered.push(next.value);
  return `${command} ${gathered.join('\n')}`;
}

/** Ctrl-C and Ctrl-D close it of themselves. */
const typedLines = ({ input, output, complete }: Terminal): Interface =>
  createInterface({
    ...{ input, output, terminal: true, prompt: PROMPT, completer: complete },
    ...{ historySize: LINES_REMEMBERED, removeHistoryDuplicates: true },
  });

/** The reply as drawn; what breaks on the way is told to `error` in one line, and to the learner by its id. */
async function answer(terminal: Terminal, line: string): Promise<string> {
  const watch = terminal.observe?.interaction('terminal') ?? UNWATCHED;
  watch.is(kindOfLine(line), 'line');
  try {
    return draw(terminal, await terminal.handle(line));
  } catch (error) {
    const { id, level } = terminal.newIncident(error);
    watch.came('failed', id);
    if (level === 'error') terminal.error.write(`incident ${id}: ${describeFault(error)}\n`);
    return draw(terminal, brokenNotice(error, id));
  } finally {
    watch.end();
  }
}

function draw({ output, colour }: Terminal, reply: Reply): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, output.columns || UNKNOWN_WIDTH));
  return renderTerminal(reply, { colour, width });
}

/** Resolves when the text has been taken or cannot be any more; the stream's own `error` event says which. */
const send = (output: Writable, text: string): Promise<void> =>
  new Promise((resolve) => output.write(text, () => resolve()));
