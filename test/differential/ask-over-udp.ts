import { createSocket } from 'node:dgram';
import type { Question, Response } from '../../src/dns/message.ts';
import { OctetWriter } from '../../src/dns/octets.ts';
import { codeOfType } from '../../src/dns/rr-type.ts';
import { decodeResponse } from '../../src/dns/wire/wire.ts';

const UDP_SIZE = 4096;

/** Puts one question to port 53 of an address over UDP; `timeout` when nothing that can be read comes back. */
export function askOverUdp(
  address: string,
  question: Question,
  { rd, timeoutMs }: { readonly rd: boolean; readonly timeoutMs: number },
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
    socket.send(query(question, rd), 53, address);
  });
}

function query({ qname, qtype }: Question, rd: boolean): Uint8Array {
  const writer = new OctetWriter();
  for (const number of [4711, rd ? 0x100 : 0, 1, 0, 0, 1]) writer.number(number, 2);
  writer.name(qname);
  writer.number(qtype === 'ANY' ? 255 : codeOfType(qtype), 2);
  writer.number(1, 2);
  writer.bytes([0, 0, 41, UDP_SIZE >> 8, UDP_SIZE & 0xff, 0, 0, 0, 0, 0, 0]);
  return Uint8Array.from(writer.octets);
}
