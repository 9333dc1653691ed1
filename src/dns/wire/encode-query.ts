import type { Question } from '../message.ts';
import { OctetWriter } from '../octets.ts';
import { codeOfType } from '../rr-type.ts';
import { writeOpt } from './edns.ts';
import { ANY, FLAG, IN } from './header.ts';

/** A query to send. `id` is from 0 to 65535; with `edns` the reply may have 1232 octets over UDP. */
export interface QueryToSend {
  readonly id: number;
  readonly question: Question;
  readonly rd: boolean;
  readonly cd?: boolean;
  readonly edns: boolean;
  /** Signatures are wanted, and so is EDNS. RFC 3225 §3. */
  readonly dnssec?: boolean;
}

/** A query as octets. RFC 1035 §4.1. */
export function encodeQuery({ id, question, rd, cd = false, edns, dnssec = false }: QueryToSend): Uint8Array {
  const writer = new OctetWriter();
  writer.number(id, 2);
  writer.number((rd ? FLAG.rd : 0) + (cd ? FLAG.cd : 0), 2);
  for (const count of [1, 0, 0, edns || dnssec ? 1 : 0]) writer.number(count, 2);
  writer.name(question.qname);
  writer.number(question.qtype === 'ANY' ? ANY : codeOfType(question.qtype), 2);
  writer.number(IN, 2);
  if (edns || dnssec) writeOpt(writer, dnssec, []);
  return writer.octets;
}
