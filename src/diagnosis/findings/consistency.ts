import type { RdataOf } from '../../dns/record.ts';
import { answered, type Exchange } from '../exchange.ts';
import { type Finding, type Tag, tagged } from '../finding.ts';
import type { Survey } from '../survey.ts';
import { namesInCode } from '../words.ts';

type Soa = RdataOf<'SOA'>;

/** What of the SOA should be the same at every server of a zone. */
const PARTS: readonly { readonly tag: Tag; readonly what: string; readonly of: (soa: Soa) => string }[] = [
  { tag: 'MULTIPLE_SOA_SERIALS', what: 'serials', of: ({ serial }) => String(serial) },
  { tag: 'MULTIPLE_SOA_RNAMES', what: 'mailboxes (RNAME)', of: ({ rname }) => rname },
  {
    tag: 'MULTIPLE_SOA_TIME_PARAMETER_SET',
    what: 'times',
    of: ({ refresh, retry, expire, minimum }) => [refresh, retry, expire, minimum].join(),
  },
  { tag: 'MULTIPLE_SOA_MNAMES', what: 'first servers (MNAME)', of: ({ mname }) => mname },
];

/** Whether the servers of the zone have the same SOA: CONSISTENCY01, 02, 03 and 06; and that there is one: ZONE10. */
export function* consistencyFindings({ servers }: Survey): Generator<Finding> {
  const said = servers.flatMap(({ at }) => at.map(({ soa }) => soa)).filter((exchange) => answered(exchange, 'SOA'));
  for (const { tag, what, of } of PARTS) {
    const different = firstOfEach(said, (exchange) => soasOf(exchange).map(of).join());
    if (different.length < 2) continue;
    const who = namesInCode(different.map(({ server }) => server.name));
    yield tagged(tag, `${who} have different ${what} in their SOA.`, different);
  }
  const agree = firstOfEach(said, (exchange) =>
    soasOf(exchange)
      .map(({ serial }) => String(serial))
      .join(),
  );
  if (agree.length === 1) yield tagged('ONE_SOA_SERIAL', 'All that answer have the same serial.', agree);
  const several = said.filter((exchange) => soasOf(exchange).length > 1).slice(0, 1);
  if (several.length > 0) yield tagged('MULTIPLE_SOA', 'The zone has several SOA records: it must have one.', several);
}

const soasOf = (exchange: Exchange): readonly Soa[] => answered(exchange, 'SOA')?.rdata ?? [];

/** Of exchanges that come to the same the first. */
export const firstOfEach = (all: readonly Exchange[], textOf: (exchange: Exchange) => string): readonly Exchange[] =>
  [...Map.groupBy(all, textOf).values()].flatMap((each) => each.slice(0, 1));
