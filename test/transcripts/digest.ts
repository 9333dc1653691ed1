import { formatInstant } from '../../src/base/time.ts';
import { formatRdata } from '../../src/dns/rdata/text.ts';
import type { Transcript } from '../../src/transcripts/transcript.ts';

/** A transcript, a line for each thing it says: replies, then records of registries, then what was passed over. */
export function digest({ replies, records, absences, passedOver }: Transcript): readonly string[] {
  const when = (seen?: { readonly value: number }) => (seen ? formatInstant(seen.value as never) : '?');
  return [
    ...replies.flatMap(({ question, server, rcode = '', aa, when: at, records: all }) => [
      `asked ${question ? `${question.qname} ${question.qtype}` : 'nobody knows what'}${server === undefined ? '' : ` of ${server}`}: ${rcode}${aa ? ' with authority' : ''}${at ? ` at ${when(at)}` : ''}`,
      ...all.map(
        ({ section, owner, ttl = '-', rdata, line }) =>
          `${line} ${section} ${owner} ${ttl} ${rdata.type} ${formatRdata(rdata)}`,
      ),
    ]),
    ...records.flatMap(({ domain, registrar, created, expires, asOf, isSigned, statuses, nameServers, ds }) => [
      `${domain} at ${registrar?.value ?? '?'}, from ${when(created)} to ${when(expires)}, as of ${when(asOf)}${isSigned ? `, ${isSigned.value ? 'signed' : 'unsigned'}` : ''}`,
      ...statuses.map(({ value, line }) => `${line} ${value}`),
      ...nameServers.map(({ value, line }) => `${line} served by ${[value.name, ...value.addresses].join(' ')}`),
      ...ds.map(({ value, line }) => `${line} DS ${formatRdata(value)}`),
    ]),
    ...absences.map(({ domain = '?', asOf }) => `nobody holds ${domain}${asOf ? ` as of ${when(asOf)}` : ''}`),
    ...passedOver.map(({ line, message }) => `passed over ${line}: ${message}`),
  ];
}
