import { createSocket } from 'node:dgram';
import dns2 from 'dns2';
import { nameServerHandler } from '../../src/dns/serve/name-server-handler.ts';
import { listenUdp } from '../../src/dns/serve/udp.ts';
import { makeNameServer } from '../../src/dns/zone/name-server.ts';
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

/** The same answers, without authority and additional, looked up in a map: dns2 brings no zone of its own. */
function byDns2(): Promise<number> {
  const { Packet } = dns2;
  const answers = answersOf(theZone());
  const wild = answers.get('*.wild.example A') ?? [];
  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      const response = Packet.createResponseFromRequest(request);
      const { name = '', type } = request.questions[0] ?? {};
      const key = `${name} ${type === Packet.TYPE.MX ? 'MX' : 'A'}`;
      const found = answers.get(key) ?? (name.endsWith('.wild.example') ? wild : []);
      for (const one of found) response.answers.push({ name, class: Packet.CLASS.IN, ...one } as never);
      send(response);
    },
  });
  return new Promise((bound) => {
    server.on('listening', ({ udp }) => bound((udp as { port: number }).port));
    server.listen({ udp: { port: 0, address: '127.0.0.1' } });
  });
}

function answersOf(zone: Zone): ReadonlyMap<string, readonly object[]> {
  const { TYPE } = dns2.Packet;
  return new Map(
    rrsetsOf(zone).map(({ owner, ttl, rdata }) => [
      `${owner.slice(0, -1)} ${rdata[0]?.type}`,
      rdata.map((one) => {
        if (one.type === 'A') return { type: TYPE.A, ttl, address: one.address };
        if (one.type !== 'MX') return {};
        return { type: TYPE.MX, ttl, priority: one.preference, exchange: one.exchange.slice(0, -1) };
      }),
    ]),
  );
}
