import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** The lines of JSON that a script prints, run in a network namespace of its own, where every address of loopback is free. */
export async function linesInNamespace(script: string, ...args: readonly (number | string)[]) {
  const command = `ip link set lo up && exec "$0" "$@"`;
  const whole = [...(await namespaceOptions()), 'sh', '-c', command, process.execPath, script, ...args.map(String)];
  const { stdout } = await exec('unshare', whole, { maxBuffer: 2 ** 28 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What makes a network namespace here: root does it outright, others by being root in a namespace of users too. */
async function namespaceOptions(): Promise<readonly string[]> {
  const asRoot = ['--net'];
  return exec('unshare', [...asRoot, 'true']).then(
    () => asRoot,
    () => ['--user', '--map-root-user', ...asRoot],
  );
}
