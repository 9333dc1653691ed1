import { describe, expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { readLook } from '../../src/tutor/look.ts';
import { showLook } from '../../src/tutor/show-look.ts';
import { tellLook } from '../../src/tutor/tell-look.ts';
import { addRecord, anAddress, aWorld, played, register } from '../support/world.ts';

const WWW = 'shop.mine.com';
const world = played(
  aWorld(),
  register('mine.com', 'hover'),
  addRecord('mine.com', 'hover', WWW, anAddress('203.0.113.5')),
);
const question = { qname: name(WWW), qtype: 'A' };

// biome-ignore format: a table reads down its columns
test.each([
  [`/dig ${WWW}`,                    { kind: 'resolver', question }],
  [`/dig ${WWW} @validating`,        { kind: 'resolver', question, resolver: 'validating' }],
  [`/dig ${WWW} A @validating`,      { kind: 'resolver', question, resolver: 'validating' }],
  [`/trace ${WWW} A`,                { kind: 'trace', question }],
  [`/trace ${WWW} A validating`,     { kind: 'trace', question, resolver: 'validating' }],
  [`/dig ${WWW} @nobody.example`,    undefined],
])('%s is read', (command, look) => {
  expect(readLook(world, command)).toEqual(look);
});

describe('a look at a resolver that checks signatures', () => {
  const told = (command: string) => tellLook(world, readLook(world, command)!);

  test('says how far what it found can be trusted', () => {
    expect(told(`/dig ${WWW}`)).toBe('asked for `shop.mine.com A`, the resolver gives `203.0.113.5`.');
    expect(told(`/dig ${WWW} @validating`)).toMatch(
      /^asked for `shop\.mine\.com A`, the resolver that checks signatures gives `203\.0\.113\.5`, which is in\w+\.$/,
    );
    expect(told(`/trace ${WWW} A validating`)).toMatch(
      /^for .* the resolver that checks signatures, if it remembered nothing,/,
    );
  });

  test('shows the checks among the steps', () => {
    const shown = JSON.stringify(showLook(world, readLook(world, `/trace ${WWW} A validating`)!));
    expect(shown).toMatch(/Result: NOERROR, in\w+, after/);
  });
});
