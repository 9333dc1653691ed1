import type { TestProject } from 'vitest/node';
import { makeData } from '../pglite/data.ts';
import { isThere, type Server, startServer } from './server.ts';

/** Starts the server before the first of the tests' projects, and stops it after the last; without one, PGlite is made ready. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!isThere() && !process.env.CI) return inProcess(project);
  // Each project loads this file anew.
  const shared = globalThis as { testServer?: { readonly started: Promise<Server>; users: number } | undefined };
  shared.testServer ??= { started: startServer(false), users: 0 };
  const mine = shared.testServer;
  mine.users += 1;
  project.provide('postgres', (await mine.started).url);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    shared.testServer = undefined;
    (await mine.started).stop();
  };
}

async function inProcess(project: TestProject): Promise<() => Promise<void>> {
  console.warn(
    'There is no PostgreSQL on this machine, so its tests run on PGlite, without those of several processes, of a server that is killed, and of copies. For all of them: apt-get install postgresql, or name the folder of pg_ctl in POSTGRES_BINARIES',
  );
  const { file, remove } = await makeData();
  project.provide('pglite', file);
  project.provide('postgres', 'postgres://in-this-process');
  return async () => remove();
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgres: string;
  }
}
