import { assertNever } from '../base/result.ts';
import { displayName } from '../dns/name.ts';
import { type Catalogue, hostOf } from '../world/catalogue.ts';
import type { HostingRefusal } from '../world/decide-hosting.ts';
import { insideId } from '../world/inside-resolver.ts';
import { inCode, list } from './names.ts';

/** What a DNS host says when it refuses what has to do with more than one zone's records, and what to do instead. */
export function describeHostingRefusal(catalogue: Catalogue, refusal: HostingRefusal): string {
  const { origin } = refusal;
  const host = hostOf(catalogue, refusal.host).name;
  switch (refusal.reason) {
    case 'no-private-zones':
      return `${host} has public zones only: whoever asks its name servers is answered. ${privateHosts(catalogue)}`;
    case 'not-private':
      return `${host} says: zone ${refusal.id} of ${inCode(origin)} is a public one, and a public zone cannot be made private, nor the other way round. Create another: \`/host private ${displayName(origin)} ${refusal.host}\`.`;
    case 'network-taken':
      return `${host} says: the network \`${refusal.network}\` sees a private zone of ${inCode(origin)} already, ${refusal.id}, and could not tell two apart. Take another network, or \`/host disassociate\` that one first.`;
    case 'not-associated':
      return `${host} says: the network \`${refusal.network}\` does not see this zone of ${inCode(origin)}. Those that do are ${list(refusal.networks.map((network) => `\`${network}\``))}.`;
    case 'last-network':
      return `${host} says: \`${refusal.network}\` is the last network that sees this zone of ${inCode(origin)}, and a private zone needs one (\`@${insideId(refusal.network)}\` asks from there). Associate another first, or delete the zone.`;
    case 'no-aliases':
      return `${host} has no aliases: a name is given the addresses themselves. Hosts that have them are ${aliasHosts(catalogue)}.`;
    case 'alias-outside-zone':
      return `${host} says: ${inCode(refusal.owner)} is not permitted in the zone ${inCode(origin)}. Names in it end in \`.${displayName(origin)}\`.`;
    case 'alias-target-elsewhere':
      return `${host} points an alias only at a name of the same zone, or at the same company's own services, of which there are none here. ${inCode(refusal.target)} is outside ${inCode(origin)}.`;
    case 'alias-to-itself':
      return `${host} says: an alias at ${inCode(refusal.owner)} cannot lead to that name itself.`;
    case 'no-such-alias':
      return `${host} has no alias at ${inCode(refusal.owner)}. \`/zone ${displayName(origin)}\` shows what is there.`;
    case 'alias-beside-data':
      return `${host} refuses: ${inCode(refusal.owner)} already has ${list(refusal.present)}, and an alias answers for these. Remove the one or the other.`;
    default:
      return assertNever(refusal);
  }
}

function aliasHosts({ hosts }: Catalogue): string {
  const able = [...hosts.values()].filter(({ aliasTargets }) => aliasTargets !== 'none');
  return list(able.map(({ id }) => `\`${id}\``));
}

function privateHosts({ hosts }: Catalogue): string {
  const able = [...hosts.values()].filter(({ privateNameServers }) => privateNameServers.length > 0);
  return `Private zones are at ${list(able.map(({ id }) => `\`${id}\``))}.`;
}
