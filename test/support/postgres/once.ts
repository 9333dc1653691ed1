import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

/** Starts the server before all tests, and stops it after them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const server = await startServer(false);
  project.provide('postgres', server.url);
  return server.stop;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgres: string;
  }
}
