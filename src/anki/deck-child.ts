import { buffer } from 'node:stream/consumers';
import { readAnkiPackage } from './read-package.ts';

// The process that `read-apart.ts` starts: a deck in, its notes out.
process.stdout.write(JSON.stringify(readAnkiPackage(await buffer(process.stdin))));
