import { domainToUnicode } from 'node:url';
import { formatInstant } from '../../base/time.ts';
import { displayName, type Name } from '../../dns/name.ts';
import { publishedOf } from '../../registration/registration.ts';
import { RUNNING_EXAMPLE } from '../../world/costs.ts';
import type { World } from '../../world/world.ts';
import { canWrite } from '../fonts.ts';
import { type DelegationOnMap, delegationOf } from './delegation-of.ts';
import { hostPlaces } from './host-places.ts';
import { registryPlaces } from './registry-places.ts';
import type { WorldMap } from './world-map.ts';

/** The map of a domain as it stands in a world now. */
export function mapOf(world: World, domain: Name): WorldMap {
  const registration = world.registrations.get(domain);
  const delegation = delegationOf(world, domain, registration && publishedOf(registration));
  const above = registryPlaces(world, domain, delegation);
  const below = hostPlaces(world, domain, delegation);
  const written = displayName(domain);
  const spoken = domainToUnicode(written);
  const isSpoken = spoken !== '' && spoken !== written && canWrite(spoken);
  return {
    kind: 'map',
    domain: written,
    ...(isSpoken && { spoken }),
    caption: captionOf(world, domain, delegation),
    at: `${formatInstant(world.now).slice(0, 16)} UTC`,
    places: [...above.places, ...below.places],
    arrows: [...above.arrows, ...below.arrows],
    faults: [...above.faults, ...below.faults],
  };
}

/** Which of its two jobs the company of the running example has here, going by where the delegation leads. */
function captionOf(world: World, domain: Name, { zones }: DelegationOnMap): string {
  if (world.own) return 'Zones of your own: nobody is paid here';
  const registrar = world.registrations.get(domain)?.registrar;
  const hosted = [...world.hostedZones.values()].filter(({ zone }) => zone.origin === domain);
  const isLed = zones.length > 0;
  const atExample = (isLed ? zones : hosted).some(({ host }) => host === RUNNING_EXAMPLE);
  if (registrar === undefined) {
    if (hosted.length === 0) return 'Nobody holds or hosts it';
    return atExample ? 'Route 53 hosts a zone, and registers nothing here' : 'A hosted zone, and no registration';
  }
  const isRegistrar = registrar === RUNNING_EXAMPLE;
  if (!isLed) return `Route 53 is ${isRegistrar ? '' : 'not '}the registrar, and nobody is led to a zone`;
  if (isRegistrar)
    return atExample ? 'Route 53 has both jobs' : 'Route 53 is the registrar, and the DNS is hosted elsewhere';
  return atExample ? 'Route 53 hosts the DNS, and is not the registrar' : 'Route 53 has neither job';
}
