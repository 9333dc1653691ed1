import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Kills a PostgreSQL server and all its processes by SIGKILL, so that nobody closes or flushes anything; resolves once
 * they are gone. Linux only, as it looks into /proc.
 * @param data the server's folder of data
 */
export async function kill9(data: string): Promise<void> {
  const [line = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const server = Number(line);
  // Stopped, it starts no more processes while those that it has are looked for.
  process.kill(server, 'SIGSTOP');
  const processes = [server, ...childrenOf(server)];
  for (const id of processes) killIfThere(id);
  while (processes.some((id) => stateOf(id) !== undefined)) await pause(5);
}

const childrenOf = (parent: number): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((id) => Number.isInteger(id) && Number(stateOf(id)?.[1]) === parent);

/** Its state and its parent, of `/proc/ID/stat`; undefined if there is none. Source: proc_pid_stat(5). */
function stateOf(id: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name before it is in brackets, and may have any in it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function killIfThere(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
