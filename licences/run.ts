// npm run licences: writes THIRD-PARTY.md from package-lock.json, and fails where a licence is not allowed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALLOWED, type Lock, refusedLicences, thirdPartyText } from './third-party.ts';

const TOP = join(import.meta.dirname, '..');
const lock: Lock = JSON.parse(readFileSync(join(TOP, 'package-lock.json'), 'utf8'));
writeFileSync(join(TOP, 'THIRD-PARTY.md'), thirdPartyText(lock));
const refused = refusedLicences(lock);
if (refused.length > 0) {
  console.error(`Not among the licences allowed (${ALLOWED.join(', ')}):\n${refused.join('\n')}`);
  process.exitCode = 1;
}
