import { expect } from 'vitest';
import { testWithPeer } from '../support/peer.ts';
import { judge } from './judge.ts';

const ALL_RIGHT = /TOTAL (\d+) \/ \1 /;
const peers = ['../shared/tools/dns/score.mjs', '../shared/data/ferret-sample.jsonl'];

testWithPeer('a name server answers all of the Ferret sample as four others do', peers, async () => {
  expect(await judge('score.mjs', 'answer.ts')).toMatch(ALL_RIGHT);
});

testWithPeer('a name server answers all of the curated sample as four others do', peers, async () => {
  const file = ['--file', '../shared/data/curated-sample.jsonl'];
  expect(await judge('score.mjs', 'answer.ts', ...file)).toMatch(ALL_RIGHT);
});
