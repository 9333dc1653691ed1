import { displayName } from '../dns/name.ts';
import { suffixOf } from '../registration/registry.ts';
import { type Catalogue, hostOf, registrarOf } from '../world/catalogue.ts';
import type { Payment } from '../world/event.ts';
import type { Price } from '../world/price.ts';
import { provenanceOf } from '../world/provenance.ts';
import { list } from './names.ts';

/** Which figures are made up for the simulation, and from which documents the others are, with their dates. */
export function restsOn(catalogue: Catalogue, prices: readonly Price[]): string {
  const all = prices.map((price) => ({ price, provenance: provenanceOf(catalogue, price) }));
  const madeUp = all.flatMap(({ price, provenance }) =>
    provenance.basis === 'simulated' ? [nameOf(catalogue, price)] : [],
  );
  const documents = all.flatMap(({ provenance }) =>
    provenance.basis === 'sourced' ? [`${provenance.title} (${provenance.asOf})`] : [],
  );
  return [
    ...(madeUp.length > 0 ? [`Made up for the simulation: ${list([...new Set(madeUp)])}.`] : []),
    ...(documents.length > 0 ? [`From documents: ${[...new Set(documents)].join('; ')}.`] : []),
  ].join(' ');
}

/** The prices that payments were made at; those given back are not looked up again. */
export const pricesOf = (catalogue: Catalogue, payments: readonly Payment[]): readonly Price[] =>
  payments.flatMap((payment) => priceOf(catalogue, payment));

function priceOf({ tlds }: Catalogue, { purpose, from, to, subject }: Payment): readonly Price[] {
  const suffix = suffixOf(subject, tlds)?.suffix;
  switch (purpose) {
    case 'registration':
    case 'renewal':
    case 'transfer':
      return [{ of: 'registration', registrar: to.id }];
    case 'restoration':
      return [{ of: 'restoration', registrar: to.id }];
    case 'zone':
    case 'records':
    case 'queries':
      return [{ of: purpose, host: to.id }];
    case 'wholesale':
      return suffix === undefined ? [] : [{ of: 'wholesale', suffix }];
    case 'icann-fee':
      return suffix === undefined
        ? []
        : [{ of: from.kind === 'registry' ? 'icann-of-registry' : 'icann-of-registrar', suffix }];
    case 'refund':
      return [];
  }
}

function nameOf(catalogue: Catalogue, price: Price): string {
  if ('registrar' in price) return `what ${registrarOf(catalogue, price.registrar).name} asks as a registrar`;
  if ('host' in price) return `what ${hostOf(catalogue, price.host).name} asks as a DNS host`;
  const under = `\`.${displayName(price.suffix)}\``;
  if (price.of === 'wholesale') return `the registry's fee for ${under}`;
  return price.of === 'icann-of-registrar'
    ? `what registrars pay ICANN for ${under}`
    : `what the registry of ${under} pays ICANN`;
}
