import { assertNever } from '../base/result.ts';
import { displayName } from '../dns/name.ts';
import { type Catalogue, hostOf } from '../world/catalogue.ts';
import type { HostingRefusal } from '../world/decide-hosting.ts';
import { insideId } from '../world/inside-resolver.ts';
import { inCode, list } from './names.ts';

/** What a DNS host says when it refuses what has to do with more than one zone's records, and what to do instead. */
export function describeHostingRefusal(catalogue: Catalogue, refusal: HostingRefusal): string {
  const host = hostOf(catalogue, refusal.host).name;
  switch (refusal.reason) {
    case 'no-private-zones':
      return `${host} has public zones only: whoever asks its name servers is answered. ${privateHosts(catalogue)}`;
    case 'not-private':
      return `${host} says: zone ${refusal.id} of ${inCode(refusal.origin)} is a public one, and a public zone cannot be made private, nor the other way round. Create another: \`/host private ${displayName(refusal.origin)} ${refusal.host}\`.`;
    case 'network-taken':
      return `${host} says: the network \`${refusal.network}\` sees a private zone of ${inCode(refusal.origin)} already, ${refusal.id}, and could not tell two apart. Take another network, or \`/host disassociate\` that one first.`;
    case 'not-associated':
      return `${host} says: the network \`${refusal.network}\` does not see this zone of ${inCode(refusal.origin)}. Those that do are ${list(refusal.networks.map((network) => `\`${network}\``))}.`;
    case 'last-network':
      return `${host} says: \`${refusal.network}\` is the last network that sees this zone of ${inCode(refusal.origin)}, and a private zone needs one (\`@${insideId(refusal.network)}\` asks from there). Associate another first, or delete the zone.`;
    case 'no-aliases':
      return `${host} has no aliases: a name is given the addresses themselves. Hosts that have them are ${aliasHosts(catalogue)}.`;
    case 'alias-outside-zone':
      return `${host} says: ${inCode(refusal.owner)} is not permitted in the zone ${inCode(refusal.origin)}. Names in it end in \`.${displayName(refusal.origin)}\`.`;
    case 'alias-target-elsewhere':
      return `${host} points an alias only at a name of the same zone, or at the same company's own services, of which there are none here. ${inCode(refusal.target)} is outside ${inCode(refusal.origin)}.`;
    case 'alias-to-itself':
      return `${host} says: an alias at ${inCode(refusal.owner)} cannot lead to that name itself.`;
    case 'no-such-alias':
      return `${host} has no alias at ${inCode(refusal.owner)}. \`/zone ${displayName(refusal.origin)}\` shows what is there.`;
    case 'alias-beside-data':
      return `${host} refuses: ${inCode(refusal.owner)} already has ${list(refusal.present)}, and an alias answers for these. Remove the one or the other.`;
    case 'no-delegation-sets':
      return `${host} allots name servers to each zone itself and keeps none for further zones.`;
    case 'set-for-private':
      return `${host} says: every private zone names the same reserved servers, so there is no reusable delegation set for one.`;
    case 'set-quota':
      return `${host} lets an account have ${refusal.most} reusable delegation sets, and this one has them.`;
    case 'set-full':
      return `${host} puts at most ${refusal.most} zones on one reusable delegation set, and this one has them.`;
    case 'no-such-set':
      return `${host} has no delegation set \`${refusal.set}\` of yours. ${setsThere(refusal.sets)}`;
    case 'set-in-use':
      return `${host} says: the delegation set ${refusal.set} is in use by ${list(refusal.zones.map(inCode))}. A set goes only when no zone is on it.`;
    case 'set-exists':
      return `${host} keeps the name servers of this zone already, as the delegation set ${refusal.set}. Put another zone on it: \`/host … ${refusal.host} set=${refusal.set}\`.`;
    case 'set-conflict':
      return `${host} says: conflicting domain exists. The servers of ${refusal.set} have the zone ${inCode(refusal.other)} (${refusal.zone}) already, and one server cannot have two zones of one name, or a zone and one above or below it. Zones that are there stay on their servers.`;
    default:
      return assertNever(refusal);
  }
}

const setsThere = (sets: readonly string[]): string =>
  sets.length === 0
    ? 'You have none: `set=new` makes one, and `/host reuse` keeps those of a zone.'
    : `There ${sets.length === 1 ? 'is' : 'are'} ${list(sets.map((set) => `\`set=${set}\``))}.`;

function aliasHosts({ hosts }: Catalogue): string {
  const able = [...hosts.values()].filter(({ aliasTargets }) => aliasTargets !== 'none');
  return list(able.map(({ id }) => `\`${id}\``));
}

function privateHosts({ hosts }: Catalogue): string {
  const able = [...hosts.values()].filter(({ privateNameServers }) => privateNameServers.length > 0);
  return `Private zones are at ${list(able.map(({ id }) => `\`${id}\``))}.`;
}
