import { isAtOrBelow, labelsOf, type Name, name } from '../name.ts';
import { finding, type ZoneFinding } from './finding.ts';
import type { Node } from './zone.ts';

/** Owners and targets that are no host names where only hosts can be meant, as BIND's `check-names` has it. RFC 1123 §2.1. */
export function* checkHostNames(owner: Name, node: Node): Generator<ZoneFinding> {
  const hosts = [node.A, node.AAAA, node.MX].flatMap((set) => set?.rdata[0] ?? []);
  const wrong = hosts.filter(({ type }) => !isHostOwner(owner, type === 'MX'));
  if (wrong.length > 0) {
    const message = `has ${wrong.map(({ type }) => type).join(', ')} but is no host name: ${RULE}`;
    yield finding('owner-not-a-host-name', owner, message, wrong);
  }
  for (const [rdata, host] of hostsIn(owner, node)) {
    if (isHostName(labelsOf(host))) continue;
    const message = `has ${rdata.type} ${host}, which is no host name: ${RULE}`;
    yield finding('target-not-a-host-name', owner, message, [rdata]);
  }
  for (const [rdata, mailbox] of mailboxesIn(node)) {
    const [local = 'a', ...mailHost] = labelsOf(mailbox);
    if (!/\\\d/.test(local) && isHostName(mailHost)) continue;
    const message = `has ${rdata.type} ${mailbox}, a mailbox at no host name: ${RULE}`;
    yield finding('target-not-a-host-name', owner, message, [rdata]);
  }
}

const RULE = 'those have letters, digits and hyphens, and no hyphen at an end';

/** A wildcard may own a host's records, and so may `gc._msdcs`, which Active Directory makes. */
function isHostOwner(owner: Name, ofMail: boolean): boolean {
  const labels = labelsOf(owner);
  const forest = !ofMail && labels[0] === 'gc' && labels[1] === '_msdcs';
  return isHostName(labels.slice(forest ? 2 : labels[0] === '*' ? 1 : 0));
}

const isHostName = (labels: readonly string[]): boolean =>
  labels.every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label));

/** The names in data that have to be hosts. An alias form of SVCB may name anything, and so may PTR outside the reverse tree. */
function* hostsIn(owner: Name, node: Node) {
  for (const soa of node.SOA?.rdata ?? []) yield [soa, soa.mname] as const;
  for (const ns of node.NS?.rdata ?? []) yield [ns, ns.nameServer] as const;
  for (const mx of node.MX?.rdata ?? []) yield [mx, mx.exchange] as const;
  for (const srv of node.SRV?.rdata ?? []) yield [srv, srv.target] as const;
  for (const afsdb of node.AFSDB?.rdata ?? []) yield [afsdb, afsdb.host] as const;
  for (const rt of node.RT?.rdata ?? []) yield [rt, rt.host] as const;
  for (const binding of [...(node.SVCB?.rdata ?? []), ...(node.HTTPS?.rdata ?? [])])
    if (binding.priority > 0) yield [binding, binding.target] as const;
  if (REVERSE.some((tree) => isAtOrBelow(owner, tree)))
    for (const ptr of node.PTR?.rdata ?? []) yield [ptr, ptr.target] as const;
}

/** The names in data that stand for `local@host`. RFC 1035 §8. */
function* mailboxesIn(node: Node) {
  for (const soa of node.SOA?.rdata ?? []) yield [soa, soa.rname] as const;
  for (const rp of node.RP?.rdata ?? []) yield [rp, rp.mailbox] as const;
  for (const minfo of node.MINFO?.rdata ?? []) {
    yield [minfo, minfo.mailbox] as const;
    yield [minfo, minfo.errorMailbox] as const;
  }
}

const REVERSE = ['in-addr.arpa.', 'ip6.arpa.', 'ip6.int.'].map(name);
