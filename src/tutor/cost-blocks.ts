import { formatExact, formatMoney, NANOS_PER_CENT } from '../base/money.ts';
import { displayName, type Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import { suffixOf, type Tld } from '../registration/registry.ts';
import { type Catalogue, hostOf, registrarOf } from '../world/catalogue.ts';
import { costsOf, type DivisionCost, RUNNING_EXAMPLE } from '../world/costs.ts';
import { chargesForQueries, queryFee } from '../world/hosting-fees.ts';
import type { Price } from '../world/price.ts';
import { provenanceOf } from '../world/provenance.ts';
import type { World } from '../world/world.ts';
import { dollars } from './bill-blocks.ts';
import { list } from './names.ts';
import { type Block, code, heading, text } from './reply.ts';
import { restsOn } from './rests-on.ts';
import { spanInWords } from './span-words.ts';

const MILLION = 1_000_000;

/** What a domain costs, whoever has which job; with the rules of the hosts' bills, and what the figures rest on. */
export function costBlocks({ catalogue, registrations }: World, domain: Name, queries: number): readonly Block[] {
  const registeredAt = registrations.get(domain)?.registrar;
  const costs = costsOf(catalogue, domain, { queries, registeredAt });
  const asked = `${queries.toLocaleString('en-US')} queries a month`;
  const { name: example } = registrarOf(catalogue, RUNNING_EXAMPLE);
  const tld = suffixOf(domain, catalogue.tlds);
  const missing = costs.some(({ division }) => division === 'both')
    ? []
    : [text(`${example} does not sell \`.${tld ? displayName(tld.suffix) : ''}\`: only the zone can be there.`)];
  return [
    heading(`What ${displayName(domain)} costs, whoever has which job`),
    code(costTable(catalogue, costs)),
    text(
      `Which of the two jobs ${example} has, with one zone and ${queries === 0 ? 'no queries' : asked}; below each line the registrar and the DNS host. \`~\` marks figures that are made up.`,
    ),
    ...missing,
    text(rulesOf(hostOf(catalogue, RUNNING_EXAMPLE))),
    text(ALIASES),
    text(
      'What resolvers ask the root, the servers of a suffix and the registry costs nobody anything, whoever hosts the zone: ' +
        'neither they nor ICANN take money by the query.',
    ),
    ...(tld ? [text(behindTheCounter(tld))] : []),
    text(restsOn(catalogue, [...pricesIn(costs), ...(tld ? counterPrices(tld) : [])])),
  ];
}

/** AWS Developer Guide, choosing between alias and non-alias records (2023-05). */
const ALIASES =
  'A CNAME that leads to another name in a zone there counts as two queries. What an alias to a resource of AWS costs is nothing; the simulation has no such resources.';

const TITLES: Readonly<Record<DivisionCost['division'], string>> = {
  both: 'both',
  'registrar-only': 'registrar only',
  'hosting-only': 'hosting only',
  neither: 'neither',
  subdomain: 'subdomain',
};

/** What the company of the running example is for; what a month and a year cost; and below, who else has a part. */
function costTable(catalogue: Catalogue, costs: readonly DivisionCost[]): string {
  const rows = costs.map((cost) => {
    const { division, registrar, host, hostBelow, yearly, zonesMonthly, queriesMonthly, year } = cost;
    const isMadeUp = isSimulated(catalogue, { of: 'registration', registrar: registrar.id });
    const hosts = hostBelow ? [host, hostBelow] : [host];
    const hostingIsMadeUp = hosts.some(({ id }) => isSimulated(catalogue, { of: 'zone', host: id }));
    const cells = [
      marked(hostingIsMadeUp, dollars(zonesMonthly + queriesMonthly)),
      marked(isMadeUp, dollars(yearly * NANOS_PER_CENT)),
      marked(isMadeUp || hostingIsMadeUp, dollars(year)),
    ];
    const who = `  ${registrar.name}, ${hosts.map(({ name }) => name).join(' and ')}`;
    return `${TITLES[division].padEnd(15)}${cells.map((cell) => cell.padStart(11)).join('')}\n${who}`;
  });
  const head = `${'US$'.padEnd(15)}${['zone/month', 'name/year', 'all/year'].map((cell) => cell.padStart(11)).join('')}`;
  return [head, ...rows].join('\n');
}

const marked = (isMadeUp: boolean, figure: string): string => (isMadeUp ? `~${figure}` : figure);
const isSimulated = (catalogue: Catalogue, price: Price): boolean =>
  provenanceOf(catalogue, price).basis === 'simulated';

/** How a host's bill is made: `US$0.50 a month for each of the first 25 zones …`. */
function rulesOf(host: DnsHost): string {
  const tiers = host.monthlyFee.map(({ upTo, fee }) => ({ upTo, fee: formatMoney(fee) }));
  const zones = tiers.map(({ upTo, fee }) =>
    Number.isFinite(upTo) ? `${fee} for each of the first ${upTo} zones of an account` : `${fee} for each further one`,
  );
  const free = `A zone that is deleted within ${spanInWords(host.freeFor)} costs nothing; after that the whole month is due, and from then on each month on its first day, UTC, used or not.`;
  const { queryFee: rates = [], recordFee: records } = host;
  const [first, second] = rates.map(({ fee }) => formatExact(fee * MILLION));
  const upTo = (rates[0]?.upTo ?? 0) / MILLION;
  const byQuery = chargesForQueries(host)
    ? ` Queries: ${first} a million for the first ${upTo.toLocaleString('en-US')} million of a month, then ${second}; that there is no such name or record is an answer like any other, and one query is ${formatExact(queryFee(host, 1))}.`
    : '';
  const sets = records
    ? ` ${records.included.toLocaleString('en-US')} sets of records are included, each further one is ${formatExact(records.fee)} a month.`
    : '';
  return `${host.name} a month: ${list(zones)}. ${free}${byQuery}${sets}`;
}

function pricesIn(costs: readonly DivisionCost[]): readonly Price[] {
  const hosts = costs.flatMap(({ host, hostBelow }) => (hostBelow ? [host.id, hostBelow.id] : [host.id]));
  return [
    ...hosts.flatMap((host) => (['zone', 'free', 'queries', 'records'] as const).map((of) => ({ of, host }))),
    ...costs.map(({ registrar }) => ({ of: 'registration', registrar: registrar.id }) as const),
  ];
}

/** What moves behind the counter, in a sentence. */
function behindTheCounter({ wholesaleFee, icannFee }: Tld): string {
  const { ofRegistrar, ofRegistry } = icannFee ?? { ofRegistrar: 0, ofRegistry: 0 };
  const icann =
    ofRegistrar + ofRegistry === 0
      ? 'ICANN gets nothing under a country suffix'
      : `ICANN gets ${formatMoney(ofRegistrar)} of the registrar and ${formatMoney(ofRegistry)} of the registry`;
  return `Behind the counter the registrar pays the registry ${formatMoney(wholesaleFee)} for the name and year; ${icann}.`;
}

const counterPrices = ({ suffix }: Tld): readonly Price[] =>
  (['wholesale', 'icann-of-registrar', 'icann-of-registry'] as const).map((of) => ({ of, suffix }));
