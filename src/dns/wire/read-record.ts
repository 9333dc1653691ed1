import type { QType } from '../message.ts';
import type { Name } from '../name.ts';
import type { OctetReader } from '../octets.ts';
import { typeOfCode } from '../rr-type.ts';
import { ANY } from './header.ts';

/** A record as it stands in a message; `data` reads exactly its data. */
export interface WireRecord {
  readonly owner: Name;
  readonly code: number;
  readonly class: number;
  readonly ttl: number;
  readonly data: OctetReader;
}

/** Reads the next record; nothing when it is malformed. RFC 1035 §4.1.3. */
export function readRecord(reader: OctetReader): WireRecord | undefined {
  const owner = reader.name();
  const code = reader.number(2);
  const clas = reader.number(2);
  const ttl = reader.number(4);
  const length = reader.number(2);
  const data = length === undefined ? undefined : reader.part(length);
  if (owner === undefined || code === undefined || clas === undefined || ttl === undefined || !data) return undefined;
  return { owner, code, class: clas, ttl, data };
}

/** A question as it stands in a message. */
export interface WireQuestion {
  readonly qname: Name;
  readonly code: number;
  readonly class: number;
}

/** Reads the next question; nothing when it is malformed. RFC 1035 §4.1.2. */
export function readQuestion(reader: OctetReader): WireQuestion | undefined {
  const qname = reader.name();
  const code = reader.number(2);
  const clas = reader.number(2);
  return qname === undefined || code === undefined || clas === undefined ? undefined : { qname, code, class: clas };
}

export const qtypeOf = (code: number): QType => (code === ANY ? 'ANY' : typeOfCode(code));
