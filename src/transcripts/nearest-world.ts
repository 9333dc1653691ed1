import { fail, ok, type Result } from '../base/result.ts';
import type { Instant } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';
import type { RRset } from '../dns/record.ts';
import { withAddress } from '../world/addresses.ts';
import { type Catalogue, hostOf } from '../world/catalogue.ts';
import type { WorldEvent } from '../world/event.ts';
import { industryOf } from '../world/industry.ts';
import { withPublication } from '../world/publish.ts';
import { type Supplement, supplemented } from '../world/supplement.ts';
import { newWorld } from '../world/world.ts';
import { clockOf, inTime } from './clock.ts';
import { heldDomain, OTHERS } from './held-domain.ts';
import { domainsMeant, type Holding, holdingsIn } from './holding.ts';
import { addressesKnown, lameServers } from './servers-known.ts';
import { isNobodys, standIns } from './stand-ins.ts';
import { serversOf, supplementFor } from './supplement-for.ts';
import { tellRead } from './tell-read.ts';
import { newTeller, type Teller, type Telling } from './telling.ts';
import type { LineNote, Seen, Transcript } from './transcript.ts';
import { withTargets } from './with-targets.ts';
import { type ZoneDraft, zoneDrafts } from './zone-draft.ts';
import { zoneRecords } from './zone-records.ts';

/** How a world begins that was made of a transcript: its clock, what it has beside the catalogue, and what then happened. */
export interface WorldBeginning {
  readonly now: Instant;
  readonly supplement: Supplement;
  readonly events: readonly WorldEvent[];
}

/** The nearest world to a transcript: its beginning, the domains that it is about, and what has to be said of it. */
export interface NearestWorld {
  readonly beginning: WorldBeginning;
  readonly domains: readonly Name[];
  readonly told: readonly Telling[];
}

/**
 * Makes the nearest world to what a transcript says, in which `holder` holds the domains that it is about. Nothing is
 * asked of the network. Refuses what is about no domain that somebody could hold here.
 */
export function nearestWorld(
  catalogue: Catalogue,
  printed: Transcript,
  holder: string,
): Result<NearestWorld, readonly LineNote[]> {
  const teller = newTeller(printed.passedOver);
  const transcript = withTargets(inTime(printed, teller));
  const meant = domainsMeant(transcript, catalogue.tlds);
  if (meant.length === 0) return fail([{ line: 1, message: 'this is about no domain that somebody could register' }]);
  if (meant.length > MOST_DOMAINS)
    return fail([
      {
        line: meant[MOST_DOMAINS]?.line ?? 1,
        message: `this is about ${meant.length} domains: send what is said of ${MOST_DOMAINS} at most`,
      },
    ]);
  const taken = meant.flatMap((each) => takenBy(catalogue, each));
  if (taken.length > 0) return fail(taken);

  const domains = meant.map(({ value }) => value);
  const all = holdingsIn(transcript, domains, catalogue.tlds, teller).filter((each) =>
    isOutside(catalogue, each, teller),
  );
  const holdings = all.map((holding) => ({ ...holding, servers: serversOf(catalogue, holding, all, teller) }));
  const supplement = supplementFor(catalogue, holdings, teller);
  const full = supplemented(catalogue, supplement);
  const now = clockOf(transcript, teller);

  const known = addressesKnown(transcript);
  const drafts = holdings
    .filter(({ isFree }) => !isFree)
    .flatMap((holding) => zoneDrafts(catalogue, holding, holding.servers, lameServers(holding, known), teller));
  const addressOf = allotments(full, drafts);
  const standing = standIns(realAddresses(drafts, known, addressOf, teller), addressesInUse(transcript), teller);
  const making = {
    catalogue: full,
    holder,
    now,
    known,
    addressOf,
    standIns: standing,
    passedOver: transcript.passedOver,
  };

  const contents = new Map<Name, readonly RRset[]>();
  const zones = drafts.map((draft, place): WorldEvent => {
    const { origin, nameServers, of, host: id } = draft;
    const host = hostOf(full, id);
    // Copies of one zone are alike at every host.
    const rrsets = contents.get(origin) ?? zoneRecords(draft, { ...making, host, teller });
    contents.set(origin, rrsets);
    const customer = of.isMeant ? holder : OTHERS;
    return { kind: 'zone-created', id: `Z${place + 1}`, host: id, customer, origin, nameServers, rrsets, at: now };
  });
  // The learner's own come last, as what was registered last is shown first.
  const held = holdings
    .filter(({ isFree }) => !isFree)
    .toReversed()
    .map((holding) => heldDomain(holding, { ...making, holdings, drafts, teller: about(holding, domains, teller) }));
  tellRead(holdings, known, teller);
  const made = held.flatMap(({ registration }): WorldEvent[] =>
    registration ? [{ kind: 'domain-registered', registration }] : [],
  );
  const events = [...zones, ...held.flatMap(({ signed }) => signed), ...withPublication(newWorld(full, now), made)];
  return ok({ beginning: { now, supplement, events }, domains, told: teller.told });
}

/** How many domains one world is made for, so that there are addresses for all their name servers. */
const MOST_DOMAINS = 5;

/** Why a domain cannot be the learner's: an operator of every world's industry holds it. */
function takenBy(catalogue: Catalogue, { value, line }: Seen<Name>): readonly LineNote[] {
  const operator = industryOf(catalogue).domains.get(value);
  const says = 'which every simulated Internet has already: send what is said of a domain of your own';
  return operator ? [{ line, message: `${displayName(value)} is ${operator.holder}'s, ${says}` }] : [];
}

/** Whether a domain is none that the industry of every world has. */
function isOutside(catalogue: Catalogue, { domain, isMeant }: Holding, teller: Teller): boolean {
  const operator = industryOf(catalogue).domains.get(domain);
  if (operator && !isMeant)
    teller.leftOut(
      `records in ${displayName(domain)}, which is ${operator.holder}'s and has no more than name servers here`,
    );
  return operator === undefined;
}

/** Says things of one of several domains by its name, and nothing of what is not the learner's. */
function about({ domain, isMeant }: Holding, domains: readonly Name[], teller: Teller): Teller {
  if (!isMeant) return newTeller([]);
  if (domains.length === 1) return teller;
  const of = (text: string) => `${displayName(domain)}: ${text}`;
  return {
    told: teller.told,
    read: (line, text) => teller.read(line, of(text)),
    standsFor: (text) => teller.standsFor(of(text)),
    assumed: (text) => teller.assumed(of(text)),
    leftOut: (text, line) => teller.leftOut(of(text), line),
  };
}

/** The address of every name server in the world: the industry's have theirs, and zones bring the others, in their order. */
function allotments(catalogue: Catalogue, drafts: readonly ZoneDraft[]): (server: Name) => string | undefined {
  const { addresses } = industryOf(catalogue);
  const servers = drafts.flatMap(({ nameServers }) => nameServers).filter((server) => !addresses.has(server));
  const allotted = servers.reduce(withAddress, new Map<Name, string>());
  return (server) => addresses.get(server) ?? allotted.get(server);
}

/** What stands for the real addresses of name servers: those that they have in the world. */
function realAddresses(
  drafts: readonly ZoneDraft[],
  known: ReadonlyMap<Name, readonly string[]>,
  addressOf: (server: Name) => string | undefined,
  teller: Teller,
): ReadonlyMap<string, string> {
  const fixed = new Map<string, string>();
  for (const server of new Set(drafts.flatMap(({ nameServers }) => nameServers))) {
    const [real] = known.get(server) ?? [];
    const address = addressOf(server);
    if (address === undefined || real === undefined || address === real) continue;
    fixed.set(real.toLowerCase(), address);
    teller.standsFor(`${address} stands for ${real}`);
  }
  return fixed;
}

/** Documentation addresses in the transcript, which stay as they are. */
function addressesInUse({ replies }: Transcript): ReadonlySet<string> {
  const addresses = replies.flatMap(({ records }) =>
    records.flatMap(({ rdata }) => ('address' in rdata ? [rdata.address] : [])),
  );
  return new Set(addresses.filter(isNobodys));
}
