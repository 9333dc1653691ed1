import { formatRdata } from '../rdata/text.ts';
import type { RootHint } from '../resolver/delegation.ts';
import type { TrustAnchor } from '../resolver/resolver-config.ts';

/** What Unbound answers by itself unless it is told to ask: each of these that is there has to be named. RFC 6303, RFC 6761. */
const KEPT_BY_UNBOUND: readonly string[] = [
  'test.',
  'invalid.',
  'localhost.',
  'onion.',
  'home.arpa.',
  '127.in-addr.arpa.',
];

/**
 * An `unbound.conf` for a resolver at an address that starts from `root.hints` and asks on loopback; it validates where
 * there is something to trust. Name servers are asked on port 53, as referrals name no other. Unbound 1.17.
 */
export const unboundConf = (address: string, port: number, trustAnchors: readonly TrustAnchor[]): string => `server:
    interface: ${address}@${port}
    do-ip6: no
    do-daemonize: no
    chroot: ""
    username: ""
    directory: "."
    pidfile: ""
    use-syslog: no
    root-hints: "root.hints"
    module-config: "${trustAnchors.length > 0 ? 'validator iterator' : 'iterator'}"
    do-not-query-localhost: no
    qname-minimisation: no
    ede: yes
${trustAnchors.flatMap(anchorLines).join('')}${KEPT_BY_UNBOUND.map((zone) => `    local-zone: "${zone}" nodefault\n`).join('')}
remote-control:
    control-enable: no
`;

/** The root hints as a master file. RFC 9609. */
export const rootHintsFile = (hints: readonly RootHint[]): string =>
  hints
    .map(
      ({ name, address }) =>
        `. 3600000 IN NS ${name}\n${name} 3600000 IN ${address.includes(':') ? 'AAAA' : 'A'} ${address}\n`,
    )
    .join('');

const anchorLines = ({ owner, ds }: TrustAnchor): string[] =>
  ds.map((one) => `    trust-anchor: "${owner} DS ${formatRdata(one)}"\n`);
