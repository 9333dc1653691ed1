import { formatInstant } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';
import type { RecordRefusal } from '../hosting/decide-record.ts';
import type { SigningRefusal } from '../hosting/decide-signing.ts';
import type { ZoneRefusal } from '../hosting/decide-zone.ts';
import { labelOf } from '../hosting/hosted-zone.ts';
import { type Catalogue, hostOf } from '../world/catalogue.ts';
import type { HostingRefusal } from '../world/decide-hosting.ts';
import { accountWords } from './account-words.ts';
import { describeHostingRefusal } from './describe-hosting-refusal.ts';
import { inCode, list } from './names.ts';

/** What a DNS host says when it refuses, and what to do instead. */
export function describeHostRefusal(
  catalogue: Catalogue,
  refusal: ZoneRefusal | RecordRefusal | SigningRefusal | HostingRefusal,
): string {
  const host = hostOf(catalogue, refusal.host).name;
  switch (refusal.reason) {
    case 'account-closed':
      return refusal.because === 'closed'
        ? `${host} says: this account is closed, and nothing can be done in it. Ask for it back until ${formatInstant(refusal.deletesAt).slice(0, 10)}, or it is deleted with its zones: ${reopening(refusal)}.`
        : `${host} says: this account is suspended, because it was not paid. Pay and have it opened again until ${formatInstant(refusal.deletesAt).slice(0, 10)}, or it is deleted with its zones: ${reopening(refusal)}.`;
    case 'account-open':
      return `${host} has no closed account of yours by that name. One that has been deleted does not come back: create the zones anew.`;
    case 'no-account':
      return `${host} finds nothing of yours in that account, so there is nothing to close. \`/world\` shows where your zones are.`;
    case 'zone-for-suffix':
      return `${host} hosts no zones for suffixes: the zone of ${inCode(refusal.origin)} is its registry's.`;
    case 'zone-exists':
      return `${host} has a zone for ${inCode(refusal.origin)} already. All its zones share the same name servers, and these could not tell two zones of one name apart.`;
    case 'not-registered-here':
      return `${host} hosts only domains that are registered with it, and ${inCode(refusal.origin)} is not. Try another host, such as \`route53\`.`;
    case 'no-such-hosted-zone':
      return `${host} says: no such hosted zone. You have none for ${inCode(refusal.origin)} there. ${whereElse(catalogue, refusal)}`;
    case 'several-zones':
      return `You have ${refusal.ids.length} zones for ${inCode(refusal.origin)} at ${host}. Say which: ${list(
        refusal.ids.map((id) => `\`zone=${id}\``),
        'or',
      )}. \`/world\` shows them.`;
    case 'zone-not-empty':
      return `${host} deletes only empty zones. Remove ${list(refusal.records.map(recordInCode))} from ${inCode(refusal.origin)} first.`;
    case 'zone-still-signed':
      return `${host} deletes no zone that it signs. Take the DS of ${inCode(refusal.origin)} out at the parent (\`/dnssec withdraw ${displayName(refusal.origin)}\`), wait until no resolver remembers it, have the signing ended (\`/dnssec unsign ${displayName(refusal.origin)} ${refusal.host}\`), then delete.`;
    case 'zone-quota':
      return `${host} lets an account have ${refusal.most.toLocaleString('en-US')} zones, and this one has them. Delete one, or use another account: \`account=work\`.`;
    case 'alias-in-the-way':
      return `${host} has an alias at ${inCode(refusal.owner)}, which answers for ${refusal.type} there. Remove it first: \`/record remove ${displayName(refusal.owner)} ALIAS\`.`;
    case 'record-quota':
      return `${host} lets a zone have ${refusal.most.toLocaleString('en-US')} records, and ${inCode(refusal.origin)} has them.`;
    case 'value-quota':
      return `${host} lets a record set have ${refusal.most.toLocaleString('en-US')} values, and ${refusal.type} at ${inCode(refusal.owner)} has them.`;
    case 'ds-at-parent':
      return `${host} says: the key of ${inCode(refusal.origin)} is named by a DS in the zone above, so whoever checks signatures would refuse every answer. Have it withdrawn first (\`/dnssec withdraw ${displayName(refusal.origin)}\`), and wait until no resolver remembers it.`;
    case 'private-not-signed':
      return `${host} signs public zones only: no DS can lead to the private zone of ${inCode(refusal.origin)}.`;
    case 'ttls-too-long':
      return `${host} signs only zones in which no TTL is above ${refusal.most.toLocaleString('en-US')} seconds. Change ${list(refusal.records.map(recordInCode))} first.`;
    case 'already-signed':
      return `${host} signs ${inCode(refusal.origin)} already. To have its DS published at the parent: \`/dnssec publish ${displayName(refusal.origin)} ${refusal.host}\`.`;
    case 'not-signed':
      return `${host} does not sign ${inCode(refusal.origin)}, so there are no keys. Have it signed: \`/dnssec sign ${displayName(refusal.origin)} ${refusal.host}\`.`;
    case 'outside-zone':
      return `${host} says: ${inCode(refusal.owner)} is not permitted in the zone ${inCode(refusal.origin)}. Names in it end in \`.${displayName(refusal.origin)}\`.`;
    case 'ttl-out-of-range':
      return `${host} takes a TTL from 0 to ${refusal.most.toLocaleString('en-US')} seconds${refusal.isForSigned ? ' in a zone that it signs' : ''}.`;
    case 'soa-outside-apex':
      return `${host} refuses an SOA record at ${inCode(refusal.owner)}: a zone has one, at its apex ${inCode(refusal.origin)}.`;
    case 'cname-at-apex':
      return `${host} refuses a CNAME at ${inCode(refusal.origin)}: the apex holds SOA and NS records, and nothing may stand beside a CNAME. ${insteadOfCname(catalogue, refusal)}`;
    case 'cname-and-other-data':
      return `${host} refuses: ${inCode(refusal.owner)} already has ${list(refusal.present)}, and nothing may stand beside a CNAME. Remove the one or the other.`;
    case 'record-exists':
      return `${host} already has ${refusal.type} \`${refusal.value}\` at ${inCode(refusal.owner)}. To put another value in its place, use \`/record change\`.`;
    case 'no-such-record':
      return `${host} has no such ${refusal.type} record at ${inCode(refusal.owner)}. ${whatIsThere(refusal.values)}`;
    case 'apex-record-needed':
      return `${host} keeps the ${refusal.type} records of ${inCode(refusal.origin)}, because no zone works without them. You can change them, but not remove them all.`;
    default:
      return describeHostingRefusal(catalogue, refusal);
  }
}

function reopening({ host, customer }: { readonly host: string; readonly customer: string }): string {
  const label = labelOf(customer);
  return `\`/account reopen ${host}${label === undefined ? '' : ` account=${label}`}\``;
}

function whereElse(catalogue: Catalogue, refusal: Extract<ZoneRefusal, { reason: 'no-such-hosted-zone' }>): string {
  const { elsewhere, origin, host, otherAccounts = [] } = refusal;
  const named = otherAccounts.filter((each) => each.host === host);
  const others = named.length > 0 ? named : otherAccounts;
  if (others.length > 0) {
    const at = (id: string) => (id === host ? '' : ` at ${hostOf(catalogue, id).name}`);
    return `Zone ${list(others.map((each) => `${each.id}${at(each.host)} is ${accountWords(each.account)}`))}.`;
  }
  if (elsewhere.length === 0) return `Create one: \`/host ${displayName(origin)} ${host}\`.`;
  return `Your zone for it is at ${list(elsewhere.map((id) => hostOf(catalogue, id).name))}.`;
}

function insteadOfCname(
  catalogue: Catalogue,
  { host, origin }: { readonly host: string; readonly origin: Name },
): string {
  return hostOf(catalogue, host).aliasTargets === 'none'
    ? 'Use an A record.'
    : `Use an A record, or an alias: \`/record add ${displayName(origin)} ALIAS …\`.`;
}

const whatIsThere = (values: readonly string[]): string =>
  values.length === 0
    ? 'There is none at all; `/record add` makes one.'
    : `What is there is ${list(values.map((value) => `\`${value}\``))}.`;

/** `www.example.com A`, from the refusal's `www.example.com. A`. */
const recordInCode = (record: string): string => `\`${record.replace('. ', ' ')}\``;
