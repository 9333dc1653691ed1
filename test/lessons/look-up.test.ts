import { describe, expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { name } from '../../src/dns/name.ts';
import { evaluate } from '../../src/items/expression.ts';
import { toAction } from '../../src/items/happening.ts';
import { lookUpIn, readLookUp, resolverFor, writeLookUp } from '../../src/lessons/look-up.ts';
import { makeScenario } from '../../src/scenario/scenario.ts';
import { perform } from '../../src/world/action.ts';
import { catalogue } from '../support/world.ts';

const WWW = { qname: name('www.mine.com'), qtype: 'A' } as const;

describe('a look-up is read and written as after `/dig`', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['www.mine.com',                  WWW,                                         'www.mine.com A',               'resolver'],
    ['www.mine.com A @resolver',      WWW,                                         'www.mine.com A',               'resolver'],
    ['www.mine.com @isp',             { ...WWW, resolver: 'isp' },                 'www.mine.com A @isp',          'isp'],
    ['www.mine.com A @OFFICE',        { ...WWW, resolver: 'office' },              'www.mine.com A @office',       'office'],
    ['@validating www.mine.com',      { ...WWW, resolver: 'validating' },          'www.mine.com A @validating',   'validating'],
    ['www.mine.com MX @ns1.hover.com', { ...WWW, qtype: 'MX', server: 'ns1.hover.com.' }, 'www.mine.com MX @ns1.hover.com', 'resolver'],
  ] as const)('%s', (text, lookUp, written, resolver) => {
    const read = readLookUp(text);
    expect(read).toEqual({ ok: true, value: lookUp });
    expect(read.ok && writeLookUp(read.value)).toBe(written);
    expect(read.ok && resolverFor(read.value)).toBe(resolver);
  });

  test('and nothing that has two of them', () => {
    expect(readLookUp('www.mine.com A @isp @office').ok).toBe(false);
  });
});

describe('each resolver remembers for itself', () => {
  const scenario = makeScenario(catalogue, { architecture: 'hosting-only', stage: 'registered', seed: 15 });
  const www = { qname: name(`www.${scenario.cast.domain}`), qtype: 'A' } as const;
  const asked = (text: string) => {
    const action = toAction({ do: 'look-up', with: text }, scenario);
    if (!action.ok) throw new Error(action.problem);
    return { ...scenario, world: perform(scenario.world, scenario.cast.registrant, [action.value], seededRng(1)) };
  };

  test('what a pack lets happen asks the one that is named', () => {
    const { world } = asked('{www} A @isp');
    expect(lookUpIn(world, { ...www, resolver: 'isp' })?.asked).toBe(0);
    expect(lookUpIn(world, www)?.asked).toBeGreaterThan(0);
    expect(lookUpIn(asked('{www} @office').world, { ...www, resolver: 'office' })?.asked).toBe(0);
  });

  test('a resolver that is none is a fault, with those that are', () => {
    expect(toAction({ do: 'look-up', with: '{www} A @home' }, scenario)).toEqual({
      ok: false,
      problem: '`@home` is not a resolver; known are @resolver, @isp, @office, @public, @mobile, @validating',
    });
  });

  test('a fact can be asked of each', () => {
    const gone = asked('{www} A @mobile');
    const address = (at: string) =>
      evaluate(
        {
          fact: 'lookup-address',
          args: { name: '{www}', type: 'A', at },
          after: [{ do: 'change-record', with: 'old-host {www} A 203.0.113.9' }],
        },
        gone,
      );
    expect(address('isp')).toMatchObject({ ok: true, value: { address: '203.0.113.9' } });
    expect(address('mobile')).not.toMatchObject({ ok: true, value: { address: '203.0.113.9' } });
  });
});
