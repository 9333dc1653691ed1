import type { Name } from '../dns/name.ts';
import { ROOT } from '../dns/name.ts';
import type { Rdata } from '../dns/record.ts';
import type { SeenRecord, Transcript } from './transcript.ts';

/** The address of a name that has to have one and that nothing shows: none, until one is found for it. */
const UNSEEN = '0.0.0.0';

/** Whether a record was not seen, but is taken for granted. */
export const isUnseen = ({ rdata }: Pick<SeenRecord, 'rdata'>): boolean =>
  rdata.type === 'A' && rdata.address === UNSEEN;

/**
 * The transcript with an address for every name that a mail, service or alias record leads to, where nothing is said of
 * that name: in life it is most likely there, only nobody asked.
 */
export function withTargets(transcript: Transcript): Transcript {
  const records = transcript.replies.flatMap((reply) => reply.records);
  const said = new Set([
    ...records.map(({ owner }) => owner),
    ...transcript.replies.flatMap(({ question, rcode }) => (question && rcode !== 'timeout' ? [question.qname] : [])),
  ]);
  const unsaid = new Map<Name, number>();
  for (const { rdata, line } of records) {
    const target = targetOf(rdata);
    if (target !== undefined && target !== ROOT && target.slice(0, -1).includes('.') && !said.has(target))
      unsaid.set(target, line);
  }
  if (unsaid.size === 0) return transcript;
  const assumed = [...unsaid].map(
    ([owner, line]): SeenRecord => ({
      section: 'answer',
      owner,
      ttl: 3600,
      rdata: { type: 'A', address: UNSEEN },
      line,
    }),
  );
  return { ...transcript, replies: [...transcript.replies, { line: 1, aa: true, records: assumed }] };
}

function targetOf(rdata: Rdata): Name | undefined {
  switch (rdata.type) {
    case 'MX':
      return rdata.exchange;
    case 'SRV':
    case 'CNAME':
      return rdata.target;
    default:
      return undefined;
  }
}
