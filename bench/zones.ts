import { seededRng } from '../src/base/random.ts';
import { type Name, name } from '../src/dns/name.ts';
import type { RRset } from '../src/dns/record.ts';
import { handlerOf } from '../src/dns/serve/handler.ts';
import { encodeQuery } from '../src/dns/wire/encode-query.ts';
import { makeNameServer, respond } from '../src/dns/zone/name-server.ts';
import { makeZone } from '../src/dns/zone/zone.ts';
import { compare } from './compare.ts';

const SIZES = [10, 1_000, 100_000, 1_000_000];
const ASKED = 1024;

/** Whole responses from zones of ten names to a million, each beside bare look-ups of the same names in a map. */
export async function benchZones(): Promise<void> {
  for (const size of SIZES) {
    const owners = Array.from({ length: size }, (_, place) => `h${place}.example.com.` as Name);
    const server = makeNameServer([makeZone(name('example.com.'), [...apex(), ...owners.map(addressOf)])]);
    const rng = seededRng(7);
    const asked = Array.from({ length: ASKED }, () => owners[rng.integer(0, size - 1)] ?? name('example.com.'));
    const bare = new Map(owners.map((owner) => [owner, size]));
    let found = 0;
    await compare(
      `A name server's responses from a zone of ${size.toLocaleString('en-US')} names`,
      'responses',
      {
        name: 'ours: look-up, answer, authority and additional',
        perCall: ASKED,
        run: () => {
          for (const qname of asked) found += respond(server, { qname, qtype: 'A' }).answer.length;
        },
      },
      {
        name: 'floor: the names looked up in a map',
        perCall: ASKED,
        run: () => {
          for (const qname of asked) found += bare.get(qname) ?? 0;
        },
      },
    );
    const answer = handlerOf(({ question }) => respond(server, question));
    const queries = asked.map((qname) =>
      encodeQuery({ id: 1, question: { qname, qtype: 'A' }, rd: false, edns: false }),
    );
    await compare(
      `The same from octets to octets, ${size.toLocaleString('en-US')} names`,
      'replies',
      {
        name: 'ours: the query read, the response made and written',
        perCall: ASKED,
        run: () => {
          for (const query of queries) found += answer(query, 'udp')?.length ?? 0;
        },
      },
      {
        name: 'floor: the octets copied',
        perCall: ASKED,
        run: () => {
          for (const query of queries) found += new Uint8Array(query).length;
        },
      },
    );
    if (found === 0) throw new Error('nothing was ever found');
  }
}

function apex(): RRset[] {
  const [mname, rname] = [name('ns.example.com.'), name('hostmaster.example.com.')];
  const times = { serial: 1, refresh: 2, retry: 3, expire: 4, minimum: 5 };
  const owner = name('example.com.');
  return [
    { owner, ttl: 300, rdata: [{ type: 'SOA', mname, rname, ...times }] },
    { owner, ttl: 300, rdata: [{ type: 'NS', nameServer: mname }] },
    { owner: mname, ttl: 300, rdata: [{ type: 'A', address: '192.0.2.1' }] },
  ];
}

const addressOf = (owner: Name): RRset => ({ owner, ttl: 300, rdata: [{ type: 'A', address: '203.0.113.1' }] });
