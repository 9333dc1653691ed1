import { fail, ok, type Result } from '../base/result.ts';
import type { Address } from './listen.ts';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = '3000';

/** Reads where to listen, from `HOST` and `PORT`; an empty variable counts as none. */
export function readAddress(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Address, readonly string[]> {
  const host = environment.HOST?.trim() || DEFAULT_HOST;
  const port = environment.PORT?.trim() || DEFAULT_PORT;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return fail(['PORT needs a whole number from 0 to 65535.']);
  return ok({ host, port: Number(port) });
}
