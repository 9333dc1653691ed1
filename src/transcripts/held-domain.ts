import type { Instant } from '../base/time.ts';
import { displayName, isAtOrBelow, type Name } from '../dns/name.ts';
import type { HostObject, Registration } from '../registration/registration.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { WorldEvent } from '../world/event.ts';
import { hostSigning } from '../world/signing.ts';
import type { Holding } from './holding.ts';
import { nearestKeys } from './nearest-keys.ts';
import { nearestRegistration } from './nearest-registration.ts';
import type { StandIns } from './stand-ins.ts';
import type { Settled } from './supplement-for.ts';
import type { Teller } from './telling.ts';
import type { LineNote } from './transcript.ts';
import type { ZoneDraft } from './zone-draft.ts';

/** Who holds what is not the learner's. */
export const OTHERS = 'somebody else';

interface Making {
  readonly catalogue: Catalogue;
  readonly holder: string;
  readonly now: Instant;
  readonly holdings: readonly Settled[];
  readonly drafts: readonly ZoneDraft[];
  readonly known: ReadonlyMap<Name, readonly string[]>;
  readonly addressOf: (server: Name) => string | undefined;
  readonly standIns: StandIns;
  readonly passedOver: readonly LineNote[];
  readonly teller: Teller;
}

/** A domain's registration, with the keys and the glue that the registry has, and its zones signed if they are. */
export function heldDomain(
  holding: Settled,
  making: Making,
): { readonly registration: Registration | undefined; readonly signed: readonly WorldEvent[] } {
  const { domain, isMeant, servers } = holding;
  const { catalogue, holder, now, drafts, passedOver, teller } = making;
  const zones = drafts.flatMap(({ origin, host }, place) => (origin === domain ? [{ host, id: `Z${place + 1}` }] : []));
  const signer = zones[0]?.id ?? 'Z1';
  const keys = nearestKeys(holding, answersUnsigned(holding, passedOver), signer, teller);
  const registration = nearestRegistration(
    catalogue,
    holding,
    {
      registrant: isMeant ? holder : OTHERS,
      nameServers: servers,
      ds: keys.ds,
      hosts: hostsUnder(domain, making),
      hostedAt: zones.map(({ host }) => host),
      now,
    },
    teller,
  );
  const signed = zones.map(({ id }): WorldEvent => ({ kind: 'zone-signed', id, signing: hostSigning(signer) }));
  return { registration, signed: keys.isSigned ? signed : [] };
}

/** The host objects under a domain: the name servers in it that domains here are delegated to. */
function hostsUnder(domain: Name, { holdings, known, addressOf, standIns, teller }: Making): readonly HostObject[] {
  const servers = new Set(holdings.flatMap((each) => each.servers));
  return [...servers]
    .filter((server) => isAtOrBelow(server, domain))
    .flatMap((server) => {
      const real = known.get(server)?.[0];
      const address = addressOf(server) ?? (real === undefined ? undefined : standIns.of(real));
      if (real === undefined) teller.assumed(`the registry has an address for ${displayName(server)}, as glue`);
      return address === undefined ? [] : [{ name: server, addresses: [address] }];
    });
}

/** Whether keys were asked for, and none came. */
const answersUnsigned = ({ domain, replies }: Holding, passedOver: readonly LineNote[]): boolean =>
  !passedOver.some(({ message }) => /DNSKEY|RRSIG/.test(message)) &&
  replies.some(
    ({ question, rcode, records }) =>
      question?.qname === domain &&
      question.qtype === 'DNSKEY' &&
      rcode === 'NOERROR' &&
      !records.some(({ section }) => section === 'answer'),
  );
