import { createSocket } from 'node:dgram';
import type { Question, Response } from '../../src/dns/message.ts';
import { decodeResponse } from '../../src/dns/wire/decode-response.ts';
import { encodeQuery } from '../../src/dns/wire/encode-query.ts';

/** Puts one question to port 53 of an address over UDP; `timeout` when nothing that can be read comes back. */
export function askOverUdp(
  address: string,
  question: Question,
  { rd, timeoutMs, dnssec = false }: { readonly rd: boolean; readonly timeoutMs: number; readonly dnssec?: boolean },
): Promise<Response | 'timeout'> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const finish = (reply: Response | 'timeout') => {
      clearTimeout(timer);
      socket.close();
      resolve(reply);
    };
    const timer = setTimeout(finish, timeoutMs, 'timeout');
    socket.on('error', () => finish('timeout'));
    socket.on('message', (octets) => finish(decodeResponse(octets)?.response ?? 'timeout'));
    socket.send(encodeQuery({ id: 4711, question, rd, edns: true, dnssec }), 53, address);
  });
}
