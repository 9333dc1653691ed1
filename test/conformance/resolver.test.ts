import { expect } from 'vitest';
import { testWithPeer } from '../support/peer.ts';
import { judge } from './judge.ts';

const peers = ['../shared/tools/dns/deckard.mjs', '../shared/data/deckard'];

testWithPeer('a resolver comes through every scenario that Unbound does', peers, async () => {
  const verdict = await judge('deckard.mjs', 'resolver.ts');
  expect(verdict.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
  expect(verdict).toMatch(/^(\d+) \/ \1$/m);
});
