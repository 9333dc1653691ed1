import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const repository = resolve(import.meta.dirname, '../..');

/** What a judge prints about one of our adapters. A judge that ends badly still has its say. */
export async function judge(script: string, adapter: string, ...options: readonly string[]): Promise<string> {
  const command = [`../shared/tools/dns/${script}`, `test/conformance/${adapter}`, ...options];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: repository, maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? `${error.stdout}\n${error.message}` : String(error);
  }
}
