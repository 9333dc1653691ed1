import type { InsideId, NamedResolver } from './named-resolver.ts';

/** The network that is meant where none is named: the cloud's word for one. */
export const USUAL_NETWORK = 'vpc';

/** What a network may be called. */
export const NETWORK_NAME = /^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/;

/** What to type after `@` to ask from inside a network. */
export const insideId = (network: string): InsideId => (network === USUAL_NETWORK ? 'inside' : `inside-${network}`);

/** The resolver inside a network, by what people type; undefined if that is none. A network without private zones sees what everyone sees. */
export function insideResolver(id: string): NamedResolver | undefined {
  const [, named] = /^inside(?:-(.+))?$/.exec(id) ?? [];
  const network = id === 'inside' ? USUAL_NETWORK : named;
  if (network === undefined || !NETWORK_NAME.test(network)) return undefined;
  return {
    id: insideId(network),
    title: `the resolver inside the network ${network}`,
    address: '192.0.2.248',
    habit: 'It answers from the private zones of its network, and for every other name does as the others do.',
    source: 'Route 53 Developer Guide, hosted-zones-private.md, 2023-05',
    config: {},
    validates: false,
    network,
  };
}
