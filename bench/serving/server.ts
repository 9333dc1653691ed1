import { createSocket } from 'node:dgram';
import dns2 from 'dns2';
import type { RRset } from '../../src/dns/record.ts';
import { nameServerHandler } from '../../src/dns/serve/name-server-handler.ts';
import { listenUdp } from '../../src/dns/serve/udp.ts';
import { makeNameServer, respondFrom } from '../../src/dns/zone/name-server.ts';
import { rrsetsOf, type Zone } from '../../src/dns/zone/zone.ts';
import { theZone } from './zone.ts';

/**
 * `node server.ts ours|echo|dns2`: serves the zone over UDP at a port that is free and tells its parent which; told
 * anything, it tells the milliseconds of processor time it has used.
 */
const STARTS: Readonly<Record<string, () => Promise<number>>> = { ours, echo, dns2: byDns2 };

const port = await STARTS[process.argv[2] ?? '']?.();
process.send?.({ port });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
});

async function ours(): Promise<number> {
  const fault = (error: unknown): never => {
    throw error;
  };
  return (await listenUdp('127.0.0.1', 0, nameServerHandler(makeNameServer([theZone()])), fault)).port;
}

/** Sends back what comes, as it is: no server in one process can do more. */
function echo(): Promise<number> {
  const socket = createSocket({ type: 'udp4', lookup: (host, _options, done) => done(null, host, 4) });
  const ignore = (): void => {};
  socket.on('message', (octets, { port, address }) => socket.send(octets, port, address, ignore));
  return new Promise((bound) => socket.bind(0, '127.0.0.1', () => bound(socket.address().port)));
}

/** The same replies, record by record in each section, out of a map that was made beforehand: dns2 brings no zone of its own. */
function byDns2(): Promise<number> {
  const { Packet } = dns2;
  const replies = repliesOf(theZone());
  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      const response = Packet.createResponseFromRequest(request);
      response.header.aa = 1;
      const { name = '', type } = request.questions[0] ?? {};
      const key = name.endsWith(`.${WILD}`) ? `*.${WILD} A` : `${name} ${type === Packet.TYPE.MX ? 'MX' : 'A'}`;
      const { answers = [], authorities = [], additionals = [] } = replies.get(key) ?? {};
      for (const one of answers) response.answers.push({ ...one, name } as never);
      response.authorities.push(...(authorities as never[]));
      response.additionals.push(...(additionals as never[]));
      send(response);
    },
  });
  return new Promise((bound) => {
    server.on('listening', ({ udp }) => bound((udp as { port: number }).port));
    server.listen({ udp: { port: 0, address: '127.0.0.1' } });
  });
}

const WILD = 'wild.example';
interface Dns2Reply {
  readonly answers: readonly object[];
  readonly authorities: readonly object[];
  readonly additionals: readonly object[];
}

/** What ours replies for every name and type that has records, as dns2 writes it; by the name without its last dot. */
function repliesOf(zone: Zone): ReadonlyMap<string, Dns2Reply> {
  return new Map(
    rrsetsOf(zone).map(({ owner, rdata }) => {
      const { answer, authority, additional } = respondFrom(zone, { qname: owner, qtype: rdata[0]?.type ?? 'A' });
      const sections = { answers: answer.flatMap(dns2Records), authorities: authority.flatMap(dns2Records) };
      const reply = { ...sections, additionals: additional.flatMap(dns2Records) };
      return [`${owner.slice(0, -1)} ${rdata[0]?.type}`, reply];
    }),
  );
}

function dns2Records({ owner, ttl, rdata }: RRset): readonly object[] {
  const { TYPE, CLASS } = dns2.Packet;
  const common = { name: owner.slice(0, -1), class: CLASS.IN, ttl };
  return rdata.map((one) => {
    if (one.type === 'A') return { ...common, type: TYPE.A, address: one.address };
    if (one.type === 'NS') return { ...common, type: TYPE.NS, ns: one.nameServer.slice(0, -1) };
    if (one.type !== 'MX') return {};
    return { ...common, type: TYPE.MX, priority: one.preference, exchange: one.exchange.slice(0, -1) };
  });
}
