import { test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import type { World } from '../../src/world/world.ts';
import { aWorld, by, copyNameServers, createZone, deleteZone, played, setNameServers, wait } from '../support/world.ts';
import {
  DOMAIN,
  deleted,
  expectRow,
  filled,
  held,
  moved,
  put,
  type Row,
  recorded,
  replaced,
  serversAt,
  taken,
  typed,
} from './worlds.ts';

const X = `\`${DOMAIN}\``;
const SET = `Ines has to set the name servers of ${X} at Hover (registrar) to`;
const FOUR = `${SET} the four of the zone at Amazon Route 53, …`;
const slip = (server = ''): string => server.replace(/^ns-(\d)(\d)/, 'ns-$2$1');
const PRIVATE = ['ns-0.awsdns-00.com', 'ns-512.awsdns-00.net', 'ns-1024.awsdns-00.org', 'ns-1536.awsdns-00.co.uk'];
/** A private zone is made, its name servers are taken over, and the public zone is deleted. */
const privately = (): World => {
  const world = held('route53', { kind: 'create-zone', origin: name(DOMAIN), host: 'route53', network: 'office' });
  const servers = [...world.hostedZones.values()].find(({ networks }) => networks)?.nameServers ?? [];
  return played(recorded(world, { nameServers: servers }), deleteZone(DOMAIN, 'route53', 'Z1'));
};
const NOWHERE = ['ns1.nowhere-example.org', 'ns2.nowhere-example.org'];
const NO_REPLY = 'B02_NO_WORKING_NS CS05_CHILD_ZONE_LAME B02_NS_NO_RESPONSE';
const REFUSED = 'B02_NO_WORKING_NS CS05_CHILD_ZONE_LAME B02_UNEXPECTED_RCODE IS_NOT_AUTHORITATIVE';
const NO_ADDRESS = 'B02_NO_WORKING_NS CS05_NO_NS_ADDR_CHILD B02_NS_NO_IP_ADDR NO_RESOLUTION';

const SUB = `team.${DOMAIN}`;
/** A zone for a name below, at Route 53 too, that the domain's zone delegates. */
function below(...actions: readonly Action[]): World {
  const world = moved(createZone(SUB, 'route53'), put('route53', `www.${SUB}`, 'A', '203.0.113.30', SUB));
  const servers = serversAt(world, 'route53', SUB).map((server) => put('route53', SUB, 'NS', server));
  return played(world, ...servers, ...actions);
}

// biome-ignore format: a table reads down its rows
const ROWS: readonly Row[] = [
  ['the zone was made again and has other servers', moved(...deleted('route53'), ...filled('route53')),
   `${FOUR}: none of the four that are set now replies.`, NO_REPLY],
  ['the zone was deleted, and an older one is left', moved(...deleted('route53')),
   `${SET} the two of the zone at Hover, \`ns1.hover.com\` and \`ns2.hover.com\`, or to those of a zone that is made for ${X} at Amazon Route 53: none of the four that are set now replies.`, NO_REPLY],
  ['there is no zone at all', { ...moved(), hostedZones: new Map() },
   `Ines has to create a zone for ${X} at a DNS host, and set the name servers it gets at Hover (registrar): none of the four that are set now replies, and no zone of that name is found.`, NO_REPLY],
  ['no zone at a host with the same servers for all', { ...held('hover'), hostedZones: new Map() },
   `Ines has to create a zone for ${X} at Hover, whose name servers are set, or set others at Hover (registrar): neither of the two that are set now has such a zone, and no zone of that name is found.`, REFUSED],
  ['no zone at a host that makes them for its own customers alone', { ...recorded(held('hover'), { registrar: 'route53' }), hostedZones: new Map() },
   `Ines has to create a zone for ${X} at a DNS host, and set the name servers it gets at Amazon Route 53 (registrar): neither of the two that are set now has such a zone, and no zone of that name is found.`, REFUSED],
  ['a slip in one name server', taken(([one, ...others]) => [slip(one), ...others]),
   `Ines has to correct \`ns-…\` to \`ns-…\` among the name servers of ${X} at Hover (registrar): \`ns-…\` has no address, and the zone at Amazon Route 53 has that one.`,
   'CAN_NOT_BE_RESOLVED EXTRA_NAME_PARENT'],
  ['a slip in each', taken((all) => all.map(slip)),
   `Ines has to correct \`ns-…\` to \`ns-…\`, \`ns-…\` to \`ns-…\`, … among the name servers of ${X} at Hover (registrar): … have no address, and the zone at Amazon Route 53 has those.`,
   NO_ADDRESS],
  ['one of four is missing', typed(([, ...others]) => others),
   `Ines has to add \`ns-…\` to the name servers of ${X} at Hover (registrar): the zone has four, and only three of them are set there.`, ''],
  ['two of four are missing', typed(([, , ...others]) => others),
   `Ines has to add \`ns-…\` and \`ns-…\` to the name servers of ${X} at Hover (registrar): the zone has four, and only two of them are set there.`, ''],
  ['another host’s server beside the four', typed((all) => [...all, 'ns1.hover-example.org']),
   `${FOUR}: \`ns1.hover-example.org\` has no address.`, 'CAN_NOT_BE_RESOLVED EXTRA_NAME_PARENT'],
  ['a lame server beside the four', typed((all) => [...all, 'dns1.registrar-servers.com']),
   `${FOUR}: \`dns1.registrar-servers.com\` has no such zone.`,
   'EXTRA_NAME_PARENT CN01_UNEXPECTED_RCODE_SOA_QUERY_UDP IS_NOT_AUTHORITATIVE'],
  ['the old set and the new one mixed', typed(([, , ...two]) => [...two, 'ns1.hover.com', 'ns2.hover.com']),
   `The name servers of ${X} are those of two zones, two of the zone at Amazon Route 53 and two of the zone at Hover: only Ines knows which zone is meant, and Ines has to set exactly the name servers of that one at Hover (registrar): \`ns1.hover.com\` and \`ns2.hover.com\` for the zone at Hover or … for the zone at Amazon Route 53; if both are meant, every change has to be made in both.`,
   'EXTRA_NAME_PARENT MULTIPLE_SOA_SERIALS'],
  ['one of the old set left among the new', typed(([, ...three]) => [...three, 'ns1.hover.com']),
   `The name servers of ${X} are those of two zones, three of the zone at Amazon Route 53 and one of the zone at Hover: only Ines knows which zone is meant, and …`,
   'EXTRA_NAME_PARENT MULTIPLE_SOA_SERIALS'],
  ['the servers of a private zone', taken(() => PRIVATE),
   `${FOUR}: those set now are the servers of a private zone, which answer nobody outside its network.`, REFUSED],
  ['a private zone in place of a public one', privately(),
   `Ines has to create a public zone for ${X} at a DNS host, and set the name servers it gets at Amazon Route 53 (registrar): those set now are the servers of a private zone, which answer nobody outside its network, and no public zone of that name is found.`, REFUSED],
  ['the servers of a private zone, and no public one', { ...taken(() => PRIVATE), hostedZones: new Map() },
   `Ines has to create a public zone for ${X} at a DNS host, and set the name servers it gets at Hover (registrar): those set now are the servers of a private zone, which answer nobody outside its network, and no public zone of that name is found.`, REFUSED],
  ['servers that do not exist, and two zones', typed(() => NOWHERE),
   `Neither of the two that are set now has an address: only Ines knows which zone is meant, and Ines has to set exactly the name servers of that one at Hover (registrar): …`, NO_ADDRESS],
  ['servers that do not exist, and one zone', played(held('hover'), setNameServers(DOMAIN, ...NOWHERE)),
   `${SET} the two of the zone at Hover, \`ns1.hover.com\` and \`ns2.hover.com\`: neither of the two that are set now has an address.`, NO_ADDRESS],
  ['name servers edited in the zone and not above', held('hover', ...filled('route53'), ...replaced('hover', DOMAIN, 'NS', ...serversAt(held('hover', ...filled('route53')), 'route53'))),
   `Only Ines knows which zone is meant: if the zone at Amazon Route 53, whose servers the NS records in the zone ${X} at Hover name, Ines has to set the name servers of ${X} at Hover (registrar) to the four of the zone at Amazon Route 53, …; if not, Ines has to set the NS records in the zone ${X} at Hover back to \`ns1.hover.com\` and \`ns2.hover.com\`.`,
   'EXTRA_NAME_PARENT TOTAL_NAME_MISMATCH MULTIPLE_SOA_SERIALS other-zones'],
  ['a server too many in the zone', moved(put('route53', DOMAIN, 'NS', 'ns9.nowhere-example.com.')),
   `Ines has to set the NS records in the zone ${X} at Amazon Route 53 back to …: it names \`ns9.nowhere-example.com\`, which does not answer for it.`,
   'CAN_NOT_BE_RESOLVED'],
  ['a server too few in the zone', moved(...replaced('route53', DOMAIN, 'NS', ...serversAt(moved(), 'route53').slice(1))),
   `Ines has to set the NS records in the zone ${X} at Amazon Route 53 back to …: it names only …, … and ….`,
   'EXTRA_NAME_PARENT'],
  ['the registrar takes no other servers', played(held('cloudflare'), ...filled('route53')),
   `Only Ines knows which zone of ${X} is meant: if the zone at Amazon Route 53, Ines has to set the name servers of ${X} at Cloudflare Registrar (registrar) to the four of the zone at Amazon Route 53, …, which Cloudflare Registrar does not do: …; if the zone at Cloudflare, to which everybody is led, Ines has to make the changes there.`,
   'other-zones'],
  ['a zone that was filled, and to which nobody is led', held('hover', ...filled('route53')),
   `Only Ines knows which zone of ${X} is meant: if the zone at Amazon Route 53, Ines has to set the name servers of ${X} at Hover (registrar) to the four of the zone at Amazon Route 53, …; if the zone at Hover, to which everybody is led, Ines has to make the changes there.`,
   'other-zones'],
  ['two zones at one host, and the one not in use edited', held('route53', createZone(DOMAIN, 'route53'), { ...{ kind: 'put-record', origin: name(DOMAIN), host: 'route53', id: 'Z2' }, request: { action: 'add', owner: name(`www.${DOMAIN}`), rdata: { type: 'A', address: '203.0.113.20' } } }),
   `Only Ines knows which zone of ${X} is meant: if the zone at Amazon Route 53 (Z2), Ines has to set …; if the zone at Amazon Route 53 (Z1), to which everybody is led, Ines has to make the changes there.`,
   'other-zones'],
  ['records edited at the old host', moved(wait(DAY), put('hover', `new.${DOMAIN}`, 'A', '203.0.113.77')),
   `Only Ines knows which zone of ${X} is meant: if the zone at Hover, Ines has to set …; if the zone at Amazon Route 53, to which everybody is led, Ines has to make the changes there.`,
   'other-zones'],
  ['a zone below that nobody delegated', moved(createZone(SUB, 'cloudflare')),
   `Ines has to give \`${SUB}\` in the zone ${X} at Amazon Route 53 the NS records of the zone at Cloudflare, … and …: without them nobody is led there.`,
   'other-zones'],
  ['the same, asked about below', moved(createZone(SUB, 'cloudflare')),
   `Ines has to give \`${SUB}\` in the zone ${X} at Amazon Route 53 the NS records of the zone at Cloudflare, … and …: the zone ${X} leads nobody there.`,
   'B02_NO_DELEGATION', SUB],
  ['a zone below that somebody else has made', by('Tomasz', moved(), createZone(SUB, 'cloudflare')),
   `Ines has to give \`${SUB}\` in the zone ${X} at Amazon Route 53 the NS records of the zone at Cloudflare, … and …: the zone ${X} leads nobody there.`,
   'B02_NO_DELEGATION', SUB],
  ['a zone below a domain that nobody holds', played(aWorld(), createZone(SUB, 'cloudflare')),
   `Whoever wants ${X} has to register it at a registrar first: nobody holds it.`,
   'registry B02_NO_DELEGATION', SUB],
  ['a delegation below to a zone that is gone', below(...deleted('route53', SUB)),
   `Ines has to remove the NS records of \`${SUB}\` in the zone ${X} at Amazon Route 53, or have a zone for it served by …: none of these answers for it, so nothing at or below \`${SUB}\` is found.`,
   'zone-contents'],
  ['a zone below that was made again', below(...deleted('route53', SUB), createZone(SUB, 'route53')),
   `Ines has to give \`${SUB}\` in the zone ${X} at Amazon Route 53 the NS records of the zone at Amazon Route 53, …: none of the four that are set now replies.`,
   NO_REPLY, SUB],
  ['a zone at a third host is meant by what was typed', held('hover', ...filled('route53'), ...filled('cloudflare'), copyNameServers(DOMAIN, 'cloudflare'), ...deleted('cloudflare'), ...filled('cloudflare', '203.0.113.40')),
   `${SET} the two of the zone at Cloudflare, …: neither of the two that are set now replies.`, NO_REPLY],
];

test.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => expectRow(row));
