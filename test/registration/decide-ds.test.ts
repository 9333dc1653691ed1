import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { decideDs } from '../../src/registration/decide-ds.ts';
import { START } from '../../src/world/world.ts';
import { catalogue } from '../support/world.ts';

const ds = (count: number) =>
  Array.from(
    { length: count },
    (_, keyTag) => ({ type: 'DS', keyTag, algorithm: 13, digestType: 2, digest: 'ab' }) as const,
  );

/** What comes of so many DS records for a domain that Ines holds. */
function decided(text: string, count: number) {
  const domain = name(text);
  const held = { domain, registrant: 'Ines', registrar: 'hover', registry: 'verisign', statuses: [], nameServers: [] };
  const registration = { ...held, createdAt: START, expiresAt: START };
  const { tlds, registrars } = catalogue;
  const parties = { registrations: new Map([[domain, registration]]), tlds, registrars, now: START };
  return decideDs(parties, { domain, registrant: 'Ines', ds: ds(count) });
}

// biome-ignore format: a table reads down its columns
test.each([
  ['one-example.com', 13, undefined],
  ['one-example.com', 14, 13],
  ['one-example.org', 4,  undefined],
  ['one-example.org', 5,  4],
] as const)('a registrar is given for %s %i DS records', (domain, count, most) => {
  const refusal = { kind: 'refused', refusal: { reason: 'too-many-ds', most } };
  expect(decided(domain, count)).toMatchObject(most === undefined ? { kind: 'accepted' } : refusal);
});

test('what is accepted the registrar submits', () => {
  const { events } = decided('one-example.com', 1) as { events: readonly { kind: string }[] };
  expect(events.map(({ kind }) => kind)).toEqual(['ds-submitted']);
});
