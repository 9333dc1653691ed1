import { pick, type Rng } from '../base/random.ts';
import { childOf, type Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { Registrar } from '../registration/registrar.ts';
import { webAddress } from '../world/addresses.ts';
import { type Catalogue, hostOf } from '../world/catalogue.ts';
import type { Architecture } from './architecture.ts';

/** Who and what a scenario is about. */
export interface Cast {
  readonly registrant: string;
  readonly domain: Name;
  readonly suffix: Name;
  /** The ids of the sponsoring registrar, and of the DNS host that the architecture ends with. */
  readonly registrar: string;
  readonly host: string;
  /** The DNS host that answered, or would have, before that one. */
  readonly oldHost: string;
  /** The web server that the registrant wants the names to lead to. */
  readonly webAddress: string;
}

const REGISTRANTS = [
  'Ines',
  'Tomasz',
  'Amara',
  'Noor',
  'Felix',
  'Yuki',
  'Lucía',
  'Kofi',
  'Maren',
  'Ravi',
  'Zeynep',
  'Oskar',
];
/** Made-up words; `-example` after each keeps the domain clear of anything real. */
const WORDS = [
  'fernbridge',
  'tidelamp',
  'quillcove',
  'mossgate',
  'larkfield',
  'emberloft',
  'stonewell',
  'bluekiln',
  'thistleway',
  'copperjay',
  'saltmarrow',
  'windhollow',
  'oakthimble',
  'riverlace',
  'pinequarry',
  'dustlily',
];
const ROUTE_53 = 'route53';

/**
 * Between whom the choice is, where a story is not true of all: ids of registrars, and suffixes. A registrar that is
 * named need not be like the others: its name servers may be fixed, and its zone may end when they change; nor a suffix
 * that is: its registry may ask name servers before it takes them.
 */
export interface Only {
  readonly registrars?: readonly string[];
  readonly suffixes?: readonly Name[];
}

/**
 * Draws a cast that can play an architecture: its registrar sells the suffix and lets its name servers be set.
 * Throws where nobody is left to choose.
 */
export function drawCast(catalogue: Catalogue, architecture: Architecture, rng: Rng, only: Only = {}): Cast {
  const registrar = pick(rng, registrarsFor(catalogue, architecture, only));
  const oldHost = registrar.createsZoneAt ?? registrar.id;
  const host = pick(rng, hostsFor(catalogue, architecture, oldHost));
  const suffix = pick(rng, suffixesOf(catalogue, registrar, only));
  return {
    registrant: pick(rng, REGISTRANTS),
    domain: childOf(`${pick(rng, WORDS)}-example`, suffix),
    suffix,
    registrar: registrar.id,
    host: host.id,
    oldHost,
    webAddress: webAddress(rng.integer(0, 199)),
  };
}

/** Whether anybody is left to choose. */
export const canDraw = (catalogue: Catalogue, architecture: Architecture, only: Only = {}): boolean =>
  registrarsFor(catalogue, architecture, only).length > 0;

function registrarsFor(catalogue: Catalogue, architecture: Architecture, only: Only): readonly Registrar[] {
  const atRoute53 = architecture === 'both' || architecture === 'registrar-only';
  return [...catalogue.registrars.values()].filter((registrar) => {
    const { id, nameServersSettable, createsZoneAt } = registrar;
    if (createsZoneAt === undefined) return false;
    const isUsual = nameServersSettable && hostOf(catalogue, createsZoneAt).keepsZoneAfterMove;
    return (
      (only.registrars?.includes(id) ?? isUsual) &&
      (id === ROUTE_53) === atRoute53 &&
      suffixesOf(catalogue, registrar, only).length > 0
    );
  });
}

const suffixesOf = ({ tlds }: Catalogue, { yearlyFee }: Registrar, { suffixes }: Only): readonly Name[] =>
  [...yearlyFee.keys()].filter(
    (suffix) => suffixes?.includes(suffix) ?? tlds.get(suffix)?.nameServerCheck === undefined,
  );

function hostsFor(catalogue: Catalogue, architecture: Architecture, oldHost: string): readonly DnsHost[] {
  const atRoute53 = architecture === 'both' || architecture === 'hosting-only';
  return [...catalogue.hosts.values()].filter(({ id, zonesFor }) =>
    atRoute53 ? id === ROUTE_53 : id !== ROUTE_53 && id !== oldHost && zonesFor === 'any-domain',
  );
}
