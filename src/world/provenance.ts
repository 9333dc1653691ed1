import type { Catalogue } from './catalogue.ts';
import type { DnsHostEntry, RegistrarEntry, RegistryEntry, SourceEntry } from './catalogue-schema.ts';
import type { Price, Provenance, Provenances } from './price.ts';

/** What a price rests on; the simulation where nothing is said of it. */
export const provenanceOf = ({ provenances }: Catalogue, price: Price): Provenance =>
  provenances?.get(keyOf(price)) ?? { basis: 'simulated' };

/** What the prices of the catalogue's files rest on. */
export function makeProvenances(files: {
  readonly sources: readonly SourceEntry[];
  readonly registries: readonly RegistryEntry[];
  readonly registrars: readonly RegistrarEntry[];
  readonly hosts: readonly DnsHostEntry[];
}): Provenances {
  const titles = new Map(files.sources.map(({ id, title }) => [id, title]));
  const rows: (readonly [Price, Rested | undefined])[] = [
    ...files.hosts.flatMap(({ id: host, monthlyFeeUsd, freeDeletionHours, perMillionQueriesUsd, perRecordUsd }) => [
      [{ of: 'zone', host }, monthlyFeeUsd] as const,
      [{ of: 'free', host }, freeDeletionHours] as const,
      [{ of: 'queries', host }, perMillionQueriesUsd] as const,
      [{ of: 'records', host }, perRecordUsd] as const,
    ]),
    ...files.registrars.flatMap(({ id: registrar, yearlyFeeUsd, restoreFeeUsd }) => [
      [{ of: 'registration', registrar }, yearlyFeeUsd] as const,
      [{ of: 'restoration', registrar }, restoreFeeUsd] as const,
    ]),
    ...files.registries.flatMap(({ tlds }) =>
      tlds.flatMap(({ suffix, wholesale, icannFee, icannRegistryFee }) => [
        [{ of: 'wholesale', suffix }, wholesale] as const,
        [{ of: 'icann-of-registrar', suffix }, icannFee] as const,
        [{ of: 'icann-of-registry', suffix }, icannRegistryFee] as const,
      ]),
    ),
  ];
  return new Map(rows.flatMap(([price, on]) => (on ? [[keyOf(price), written(titles, on)] as const] : [])));
}

/** What a fact of the files says of itself. */
interface Rested {
  readonly basis: 'sourced' | 'simulated';
  readonly source: string | null;
  readonly asOf: string | null;
}

function written(titles: ReadonlyMap<string, string>, { basis, source, asOf }: Rested): Provenance {
  if (basis === 'simulated' || source === null || asOf === null) return { basis: 'simulated' };
  return { basis, title: titles.get(source) ?? source, asOf };
}

function keyOf(price: Price): string {
  if ('host' in price) return `${price.of} ${price.host}`;
  return 'registrar' in price ? `${price.of} ${price.registrar}` : `${price.of} ${price.suffix}`;
}
