import type { RegistrationEvent } from './event.ts';
import type { Registrar } from './registrar.ts';
import type { Registration, Suspension } from './registration.ts';

/** The registrar suspends a domain by the means it has: it has the registry hold it, or puts name servers of its own. */
export function suspend(
  registration: Registration,
  { id, parkingNameServers }: Registrar,
  because: Suspension['because'],
  means: 'hold' | 'parking',
): readonly RegistrationEvent[] {
  const { domain, nameServers, suspensions = [] } = registration;
  if (suspensions.some((each) => each.because === because)) return [];
  if (means === 'hold') return [{ kind: 'domain-suspended', domain, suspension: { because, means } }];
  const parked = suspensions.find((each) => each.means === 'parking');
  const nameServersBefore = parked?.nameServersBefore ?? nameServers;
  return [
    { kind: 'domain-suspended', domain, suspension: { because, means, nameServersBefore } },
    { kind: 'name-servers-submitted', domain, registrar: id, nameServers: parkingNameServers },
  ];
}

/** What happens when the reason of a suspension is gone: it is lifted, and the name servers come back that were there before. */
export function lift(registration: Registration, because: Suspension['because']): readonly RegistrationEvent[] {
  const { domain, registrar, suspensions = [] } = registration;
  const suspension = suspensions.find((each) => each.because === because);
  if (!suspension) return [];
  const isStillParked = suspensions.some((each) => each !== suspension && each.means === 'parking');
  const { nameServersBefore } = suspension;
  return [
    { kind: 'suspension-lifted', domain, because },
    ...(nameServersBefore && !isStillParked
      ? [{ kind: 'name-servers-submitted', domain, registrar, nameServers: nameServersBefore } as const]
      : []),
  ];
}
