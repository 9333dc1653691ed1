/**
 * A program of its own in which a part of a crowd responds to a question of a round. Arguments: file, question as `#r.1`,
 * when it was put, when it closes, how many options it has, the first of its learners, the number after the last.
 * Every tenth presses twice, every tenth changes their mind, every tenth is late. Prints `user letter` for each response
 * that was confirmed, and `user -` for each that was refused as late.
 */
import { instant, SECOND } from '../../src/base/time.ts';
import { letterOf } from '../../src/items/presentation.ts';
import { openStore } from '../../src/store/open-store.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import { contentWith, lists } from './commands.ts';
import { noCourier } from './courier.ts';

const [file = '', question = '', ...numbers] = process.argv.slice(2);
const [putAt = 0, closesAt = 0, options = 1, from = 0, until = 0] = numbers.map(Number);

const store = await openStore(file);
const deps = { store, content: contentWith(lists), newSeed: () => 1, newId: () => 'none', courier: noCourier };
const wordsOf = ({ blocks }: Reply) => blocks.map((block) => ('text' in block ? block.text : '')).join(' ');

async function press(user: string, letter: string, at: number): Promise<void> {
  const account = { platform: 'discord', space: '1', user } as const;
  const told = wordsOf(await handleLine(deps, account, instant(at), `/pick ${question} ${letter}`));
  const [, chosen] = /^You (?:chose|have chosen) ([A-E])/.exec(told) ?? [];
  const isLate = /is closed: your response came/.test(told);
  if (chosen === undefined && !isLate) throw new Error(told);
  process.stdout.write(`${user} ${chosen ?? '-'}\n`);
}

for (let i = from; i < until; i++) {
  const user = `u${i}`;
  const letter = (turn: number) => letterOf((i * 7 + turn) % options);
  const at = putAt + (i % SECOND);
  if (i % 10 === 3) {
    await press(user, letter(0), closesAt + (i % 2) * i);
    continue;
  }
  await press(user, letter(0), at);
  if (i % 10 === 1) await press(user, letter(0), at);
  if (i % 10 === 2) await press(user, letter(1), at + 1);
}
await store.close();
