import type { CheckSettings } from './check-settings.ts';
import { displayName } from './dns/name.ts';
import { checkZoneFile, DEFAULT_TTL } from './dns/zone/check-zone-file.ts';
import { originOfFile } from './dns/zone/origin-of-file.ts';
import { recordCount } from './dns/zone/zone.ts';
import { counted } from './tutor/names.ts';
import { readZoneText, WorldFilesError } from './world-files.ts';

/**
 * What is wrong with a zone file, a line each as compilers write them, `FILE:line:column: error: …`, and a count; and
 * whether servers would refuse it. Throws a WorldFilesError where there is no file, or no telling of which zone it is.
 */
export function checkFile({ file, origin: given }: CheckSettings): {
  readonly text: string;
  readonly refused: boolean;
} {
  const text = readZoneText(file);
  const origin = given ?? originOfFile(file, text);
  if (origin === undefined)
    throw new WorldFilesError([{ file, message: 'there is no telling of which zone this is: say it with `--origin`' }]);
  const { zone, findings } = checkZoneFile(text, { origin, defaultTtl: DEFAULT_TTL });
  const lines = findings.map(({ severity, line, column, message }) => {
    return `${file}:${line}:${column}: ${severity}: ${message}`;
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const records = recordCount(zone);
  const found = [counted(errors, 'error'), counted(findings.length - errors, 'warning')].join(', ');
  const closing = `${found}: zone ${displayName(origin)}, ${counted(records, 'record')}.`;
  return { text: `${[...lines, closing].join('\n')}\n`, refused: errors > 0 };
}
