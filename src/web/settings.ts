import { fail, ok, type Result } from '../base/result.ts';
import type { Address } from './listen.ts';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = '3000';

/** Where to listen for those who look after the program, from `HEALTH_HOST` and `HEALTH_PORT`; undefined unless a port is given. */
export function readHealthAddress(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Address | undefined, readonly string[]> {
  const host = environment.HEALTH_HOST?.trim() || DEFAULT_HOST;
  const port = environment.HEALTH_PORT?.trim() || undefined;
  if (port === undefined) return ok(undefined);
  return isPort(port) ? ok({ host, port: Number(port) }) : fail([`HEALTH_PORT ${NO_PORT}`]);
}

/** Reads where to listen, from `HOST` and `PORT`; an empty variable counts as none. */
export function readAddress(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Address, readonly string[]> {
  const host = environment.HOST?.trim() || DEFAULT_HOST;
  const port = environment.PORT?.trim() || DEFAULT_PORT;
  return isPort(port) ? ok({ host, port: Number(port) }) : fail([`PORT ${NO_PORT}`]);
}

const isPort = (word: string): boolean => /^\d{1,5}$/.test(word) && Number(word) <= 65_535;
const NO_PORT = 'needs a whole number from 0 to 65535.';
