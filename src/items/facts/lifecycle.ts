import { publishedOf, type Registration } from '../../registration/registration.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { registrarOf } from '../../world/catalogue.ts';
import type { Fact, FactProblem } from '../fact.ts';
import type { Value } from '../value.ts';

/** Facts about the term of a registration, and what a registrar does with a domain whose term is over. */
export const LIFECYCLE_FACTS: Readonly<Record<string, Fact>> = {
  'term-is-over': {
    type: 'truth',
    about: 'whether the term that the registrant paid for is over, and nobody has renewed since',
    args: {},
    compute: (scenario) => ofRegistration(scenario, ({ expiredAt }) => truth(expiredAt !== undefined)),
  },
  'date-is-ahead': {
    type: 'truth',
    about: 'whether the date of expiry that the registry shows is still to come',
    args: {},
    compute: (scenario) => ofRegistration(scenario, ({ expiresAt }) => truth(expiresAt > scenario.world.now)),
  },
  parked: {
    type: 'truth',
    about: "whether the registry publishes the registrar's parking name servers for the domain",
    args: {},
    compute: (scenario) =>
      ofRegistration(scenario, (registration) => {
        const { parkingNameServers } = registrarOf(scenario.catalogue, registration.registrar);
        return truth(publishedOf(registration).nameServers.some((server) => parkingNameServers.includes(server)));
      }),
  },
  'suffix-negative-ttl': {
    type: 'duration',
    about: 'how long a resolver keeps "no such name" from the zone in which the registry publishes the delegation',
    args: {},
    compute: ({ catalogue, cast }) => {
      const tld = catalogue.tlds.get(cast.suffix);
      return tld ? { type: 'duration', seconds: tld.negativeTtl } : { problem: 'the suffix has no registry' };
    },
  },
};

const truth = (holds: boolean): Value => ({ type: 'truth', truth: holds });

function ofRegistration({ world, cast }: Scenario, value: (registration: Registration) => Value): Value | FactProblem {
  const registration = world.registrations.get(cast.domain);
  return registration ? value(registration) : { problem: 'nobody holds the domain at this stage' };
}
