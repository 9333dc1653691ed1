import { seededRng } from '../../base/random.ts';
import { SECOND } from '../../base/time.ts';
import { willRenew } from '../../registration/lifecycle.ts';
import { publishedOf, type Registration } from '../../registration/registration.ts';
import { PERIODS, PROHIBITIONS } from '../../registration/status.ts';
import { statusesOf } from '../../registration/statuses-of.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { registrarOf, registryOf } from '../../world/catalogue.ts';
import { decidePurchase } from '../../world/decide.ts';
import { decideNameServers } from '../../world/decide-name-servers.ts';
import type { Fact, FactProblem } from '../fact.ts';
import type { Value } from '../value.ts';

/** Every status that `has-status` can be asked about. */
export const STATUSES: readonly string[] = [
  ...PROHIBITIONS,
  ...PERIODS,
  ...['ok', 'inactive', 'clientHold', 'serverHold', 'pendingTransfer', 'pendingUpdate'],
];

const truth = (holds: boolean): Value => ({ type: 'truth', truth: holds });

/** Facts about who holds the domain, and what the registry publishes for it. */
export const REGISTRATION_FACTS: Readonly<Record<string, Fact>> = {
  registrar: {
    type: 'company',
    about: 'the company that sponsors the registration of the domain',
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, ({ registrar }) => {
        const { name, aliases } = registrarOf(scenario.catalogue, registrar);
        return { type: 'company', name, aliases };
      }),
  },
  registry: {
    type: 'company',
    about: "the organisation that keeps the database of the domain's suffix",
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, ({ registry }) => {
        const { name, aliases } = registryOf(scenario.catalogue, registry);
        return { type: 'company', name, aliases };
      }),
  },
  registered: {
    type: 'truth',
    about: 'whether anyone holds the domain',
    args: {},
    compute: ({ world, cast }) => ({ type: 'truth', truth: world.registrations.has(cast.domain) }),
  },
  'delegated-name-servers': {
    type: 'name-set',
    about: 'the name servers that the registry publishes for the domain',
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, (registration) => ({ type: 'name-set', names: publishedOf(registration).nameServers })),
  },
  'delegating-zone': {
    type: 'name',
    about: 'the zone in which the registry publishes the NS records of the domain: that of its suffix',
    args: {},
    compute: (scenario) => ofRegistration(scenario, () => ({ type: 'name', name: scenario.cast.suffix })),
  },
  'suffix-server': {
    type: 'name',
    about: "one of the name servers of the domain's suffix, for evidence",
    args: {},
    compute: ({ catalogue, cast }) => {
      const server = catalogue.tlds.get(cast.suffix)?.nameServers[0];
      return server ? { type: 'name', name: server } : { problem: 'the suffix has no name server' };
    },
  },
  'root-server': {
    type: 'name',
    about: 'one of the name servers of the root, for evidence',
    args: {},
    compute: ({ catalogue }) => {
      const [server] = catalogue.root.nameServers;
      return server ? { type: 'name', name: server } : { problem: 'the root has no name server' };
    },
  },
  'delegated-server': {
    type: 'name',
    about: 'one of the name servers that the registry publishes for the domain, for evidence',
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, (registration) => {
        const [name] = publishedOf(registration).nameServers;
        return name ? { type: 'name', name } : { problem: 'the registry publishes no name servers of the domain' };
      }),
  },
  'delegation-ttl': {
    type: 'duration',
    about: 'the TTL of the NS records that the registry publishes for the domain',
    args: {},
    compute: ({ catalogue, cast }) => {
      const tld = catalogue.tlds.get(cast.suffix);
      return tld ? { type: 'duration', seconds: tld.delegationTtl } : { problem: 'the suffix has no registry' };
    },
  },
  'has-status': {
    type: 'truth',
    about: 'whether the registry shows a status of the domain, spelled as in EPP',
    args: { status: 'status' },
    compute: (scenario, { status }) =>
      ofRegistration(scenario, (registration) => truth(statusesOf(registration).some((each) => each === status))),
  },
  'delegation-published': {
    type: 'truth',
    about: 'whether the zone above has a delegation of the domain',
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, (registration) => truth(publishedOf(registration).nameServers.length > 0)),
  },
  'ds-published': {
    type: 'truth',
    about: 'whether the zone above has a DS of the domain',
    args: {},
    compute: (scenario) => ofRegistration(scenario, (registration) => truth(publishedOf(registration).ds.length > 0)),
  },
  'renews-itself': {
    type: 'truth',
    about: 'whether the registrar will renew the domain by itself, and can',
    args: {},
    compute: (scenario) => ofRegistration(scenario, (registration) => truth(willRenew(registration))),
  },
  'contact-verified': {
    type: 'truth',
    about: "whether the registrar waits for no verification of the registrant's address",
    args: {},
    compute: (scenario) => ofRegistration(scenario, ({ contact }) => truth(contact?.verifyBy === undefined)),
  },
  'glue-addresses': {
    type: 'count',
    about: 'how many addresses the zone above has of name servers under the domain',
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, (registration) => ({
        type: 'count',
        count: publishedOf(registration).hosts.flatMap(({ addresses }) => addresses).length,
      })),
  },
  'publication-delay': {
    type: 'duration',
    about: "how long it takes, in a world of life's pace, until the registry of the domain publishes what it was told",
    args: {},
    compute: ({ catalogue, cast, world }) => {
      const tld = catalogue.tlds.get(cast.suffix);
      if (!tld) return { problem: 'the suffix has no registry' };
      return { type: 'duration', seconds: world.pace === 'as-in-life' ? tld.publicationDelay / SECOND : 0 };
    },
  },
  'can-register-again': {
    type: 'truth',
    about: 'whether somebody else could register the same domain now, at the same registrar',
    args: {},
    compute: ({ world, cast }) => {
      const request = { domain: cast.domain, registrar: cast.registrar, registrant: 'somebody else' };
      return { type: 'truth', truth: decidePurchase(world, request, seededRng(1)).kind === 'accepted' };
    },
  },
  'stranger-can-delegate': {
    type: 'truth',
    about: 'whether the registrar would take other name servers for the domain from somebody who does not hold it',
    args: {},
    compute: ({ world, cast, catalogue }) => {
      const nameServers = catalogue.root.nameServers;
      const request = { domain: cast.domain, registrant: 'somebody else', nameServers };
      return { type: 'truth', truth: decideNameServers(world, request).kind === 'accepted' };
    },
  },
};

function ofRegistration(
  { world, cast }: Scenario,
  value: (registration: Registration) => Value | FactProblem,
): Value | FactProblem {
  const registration = world.registrations.get(cast.domain);
  return registration ? value(registration) : { problem: 'nobody holds the domain at this stage' };
}
