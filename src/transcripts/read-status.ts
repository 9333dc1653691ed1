/** Words for a registration with nothing to say of it, in the formats that do not use EPP's. */
const NOTHING_TO_SAY =
  /^(?:ok|active|live|connect|registered|registered until expiry date|delegated|verified|published)$/i;

/**
 * A status as EPP spells it, from what whois or RDAP (RFC 8056 §2) prints: `client transfer prohibited`, or
 * `clientHold https://icann.org/epp#clientHold`. `ok` where the words only say that all is well.
 */
export function readStatus(text: string): string {
  const words = text
    .replace(/\(?\bhttps?:.*$/i, '')
    .replace(/[.,;]\s*$/, '')
    .trim();
  if (NOTHING_TO_SAY.test(words)) return 'ok';
  const [first = '', ...others] = words.split(/\s+/);
  const joined = others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase());
  const epp = [others.length > 0 ? first.toLowerCase() : first, ...joined].join('');
  const known = KNOWN.find((status) => status.toLowerCase() === epp.toLowerCase().replaceAll(/[^a-z]/g, ''));
  return known ?? words;
}

/** RFC 5731 §2.3, RFC 3915 §3.1; RDAP spells two of them otherwise. */
const KNOWN = [
  ...['Delete', 'Renew', 'Transfer', 'Update'].flatMap((what) => [
    `client${what}Prohibited`,
    `server${what}Prohibited`,
    `pending${what}`,
  ]),
  ...['clientHold', 'serverHold', 'inactive', 'ok', 'pendingCreate', 'pendingRestore'],
  ...['addPeriod', 'autoRenewPeriod', 'renewPeriod', 'transferPeriod', 'redemptionPeriod'],
];
