import type { TestProject } from 'vitest/node';
import { type Server, startServer } from './server.ts';

/** Starts the server before the first of the tests' projects, and stops it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
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

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgres: string;
  }
}
