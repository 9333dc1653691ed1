import type { ServerGroup } from './zone-paths.ts';

/** What stands in the `README.md` of an exported Internet: how to start each kind of server, and how to ask. */
export function readmeOf(
  groups: readonly ServerGroup[],
  { port, resolver }: { readonly port: number; readonly resolver: string },
): string {
  const [knot, nsd] = groups.length === 1 ? ALONE : IN_FOLDERS;
  const first = groups[0]?.addresses[0] ?? resolver;
  return `# A simulated Internet, as zone files

Nothing here is the real Internet. Name servers that hold the same zones are configured together, at addresses of loopback,
on port ${port}. Start one kind of server from this folder:

    named -g -c named.conf          # BIND: all of them in one process, a view for each address
    ${knot}
    ${nsd}

Ask one: \`dig @${first} -p ${port} . NS\`.

\`unbound.conf\` resolves through them: \`unbound -d -c unbound.conf\`, then \`dig @${resolver} -p ${port} …\`. A resolver finds name
servers on port 53 alone, so for that they have to be exported with \`--port 53\`, which needs root; in a namespace of
your own you are root: \`unshare -rn sh -c 'ip link set lo up; exec sh'\`.

\`world.json\` says which server holds which file, so that \`npm start -- serve --world\` reads the folder back.
`;
}

const ALONE = ['knotd -c knot.conf', 'nsd -d -c nsd.conf'] as const;
const IN_FOLDERS = [
  'for home in servers/*; do knotd -c $home/knot.conf & done',
  'for home in servers/*; do nsd -d -c $home/nsd.conf & done',
] as const;
