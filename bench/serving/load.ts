import { execFile, execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { name } from '../../src/dns/name.ts';
import { encodeQuery } from '../../src/dns/wire/encode-query.ts';

const [SECONDS, IN_FLIGHT] = [2, 100];

/** Who asks: dnsperf where it is installed, else a process of ours, which is itself slower than what it asks. */
export const asker = (): 'dnsperf' | 'ours' => {
  try {
    execFileSync('dnsperf', ['-h'], { stdio: 'ignore' });
    return 'dnsperf';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'ours' : 'dnsperf';
  }
};

/** Replies a second that come from a port while 100 questions are always in flight. */
export async function rateAt(port: number, questions: readonly string[], by: 'dnsperf' | 'ours'): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'serving-'));
  const file = join(folder, 'questions');
  writeFileSync(file, `${questions.join('\n')}\n`);
  try {
    const [command, args] =
      by === 'dnsperf'
        ? ['dnsperf', ['-s', '127.0.0.1', '-p', port, '-d', file, '-l', SECONDS, '-q', IN_FLIGHT, '-c', 1]]
        : [process.execPath, [import.meta.filename, port, file]];
    const { stdout } = await promisify(execFile)(command, args.map(String));
    const [, rate] = /Queries per second:\s+([\d.]+)/.exec(stdout) ?? [];
    if (rate === undefined) throw new Error(stdout);
    return Number(rate);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `node load.ts PORT FILE`: asks, and prints what dnsperf would. A question that is lost is asked again. */
async function ask(port: number, file: string): Promise<void> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const queries = lines.map((line, place) => {
    const [qname = '', qtype] = line.split(' ');
    return encodeQuery({
      id: place & 0xffff,
      question: { qname: name(qname), qtype: qtype === 'MX' ? 'MX' : 'A' },
      rd: false,
      edns: false,
    });
  });
  const socket = createSocket({ type: 'udp4', lookup: (host, _options, done) => done(null, host, 4) });
  let [next, came] = [0, 0];
  const send = () => socket.send(queries[next++ % queries.length] ?? '', port, '127.0.0.1');
  socket.on('message', () => {
    came += 1;
    send();
  });
  const start = performance.now();
  for (let sent = 0; sent < IN_FLIGHT; sent += 1) send();
  await new Promise((over) => setTimeout(over, SECONDS * 1000));
  socket.close();
  console.log(`Queries per second: ${(came * 1000) / (performance.now() - start)}`);
}

if (process.argv[1] === import.meta.filename) await ask(Number(process.argv[2]), process.argv[3] ?? '');
