import { homedir } from 'node:os';
import { join, resolve, sep } from 'node:path';

/** Whether a folder belongs to an installed package, which npm replaces and throws away as it likes. */
export const isInstalled = (folder: string): boolean => folder.split(sep).includes('node_modules');

/**
 * Where what people learn is kept when nothing says where: in a clone beside the catalogue, else where programs keep the
 * data of whoever runs them. Source: XDG Base Directory Specification 0.8, XDG_DATA_HOME.
 * @param folder of the program's code, one below its top
 */
export function defaultDatabase(folder: string, environment: Readonly<Record<string, string | undefined>>): string {
  if (!isInstalled(folder)) return resolve(folder, '../data/hostmaster.db');
  const { XDG_DATA_HOME, LOCALAPPDATA } = environment;
  // Relative ones count for nothing, as that specification says.
  const given = [XDG_DATA_HOME, LOCALAPPDATA].find((path) => path && resolve(path) === path);
  return join(given ?? join(homedir(), '.local/share'), 'hostmaster', 'hostmaster.db');
}
