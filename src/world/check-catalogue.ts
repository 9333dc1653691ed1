import type { ContentFault, ReadDocument } from '../base/document.ts';
import type { Name } from '../dns/name.ts';
import type { Catalogue } from './catalogue.ts';
import type { DnsHostEntry, RegistrarEntry, RegistryEntry, RootFile, SourceEntry } from './catalogue-schema.ts';
import { checkHost, homeless, noSuffix } from './check-host.ts';

/** The files of the catalogue, each right by itself. */
export interface CatalogueDocuments {
  readonly sources: ReadDocument<readonly SourceEntry[]>;
  readonly root: ReadDocument<RootFile>;
  readonly registries: ReadDocument<readonly RegistryEntry[]>;
  readonly registrars: ReadDocument<readonly RegistrarEntry[]>;
  readonly hosts: ReadDocument<readonly DnsHostEntry[]>;
}

/** What in the files does not fit together: sources, ids, suffixes, hosts and name servers that lead nowhere. */
export function checkCatalogue(catalogue: Catalogue, files: CatalogueDocuments): readonly ContentFault[] {
  const { sources, root, registries, registrars, hosts } = files;
  const known = new Set(sources.value.map(({ id }) => id));
  return [
    ...[root, registries, registrars, hosts].flatMap((document) => looseSources(document, known)),
    ...[sources, registries, registrars, hosts].flatMap((document) => doubleIds(document)),
    ...checkOperators(catalogue, files),
    ...registrars.value.flatMap((entry, place) => checkRegistrar(catalogue, registrars, entry, place)),
    ...hosts.value.flatMap((entry, place) => checkHost(catalogue.tlds, hosts, entry, place)),
  ];
}

/** Figures that name a source which is not in `sources.yaml`, or that claim to be sourced and name none. */
function looseSources(document: ReadDocument<unknown>, known: ReadonlySet<string>): ContentFault[] {
  const faults: ContentFault[] = [];
  const visit = (node: unknown, path: readonly PropertyKey[]): void => {
    if (typeof node !== 'object' || node === null || node instanceof Map) return;
    if ('basis' in node && 'source' in node && 'asOf' in node) {
      const { basis, source, asOf } = node;
      if (typeof source === 'string' && !known.has(source)) {
        faults.push(
          document.faultAt([...path, 'source'], `There is no source \`${source}\` in data/sources.yaml; add it.`),
        );
      }
      if (basis === 'sourced' && (source === null || asOf === null)) {
        faults.push(
          document.faultAt(path, 'A sourced figure needs its `source` and `asOf`; else its basis is `simulated`.'),
        );
      }
    }
    for (const [key, child] of Object.entries(node)) visit(child, [...path, Array.isArray(node) ? Number(key) : key]);
  };
  visit(document.value, []);
  return faults;
}

function doubleIds({ value, faultAt }: ReadDocument<readonly { readonly id: string }[]>): ContentFault[] {
  const isDouble = (id: string, place: number) => value.findIndex((other) => other.id === id) < place;
  return value.flatMap(({ id }, place) =>
    isDouble(id, place) ? [faultAt([place, 'id'], `The id \`${id}\` stands here twice; ids are unique.`)] : [],
  );
}

/** Suffixes kept twice, and name servers of the root and the registries that no suffix leads to. */
function checkOperators({ tlds }: Catalogue, { root, registries }: CatalogueDocuments): ContentFault[] {
  const seen = new Set<Name>();
  const ofRoot = root.value.nameServers.value.flatMap((server, index) =>
    homeless(tlds, server) ? [root.faultAt(['nameServers', 'value', index], noSuffix(server))] : [],
  );
  const ofSuffixes = registries.value.flatMap((registry, place) =>
    registry.tlds.flatMap(({ suffix, nameServers }, tldPlace) => {
      const path = [place, 'tlds', tldPlace];
      const double = seen.has(suffix)
        ? [registries.faultAt([...path, 'suffix'], `\`${suffix}\` has a registry already.`)]
        : [];
      seen.add(suffix);
      const astray = nameServers.value.filter((server) => homeless(tlds, server));
      return [...double, ...astray.map((server) => registries.faultAt([...path, 'nameServers'], noSuffix(server)))];
    }),
  );
  return [...ofRoot, ...ofSuffixes];
}

function checkRegistrar(
  { tlds, hosts }: Catalogue,
  { faultAt }: ReadDocument<unknown>,
  { createsZoneAt: { value: host }, tlds: { value: sold }, yearlyFeeUsd: { value: fees } }: RegistrarEntry,
  place: number,
): ContentFault[] {
  const at = (field: string, message: string) => faultAt([place, field], message);
  const known = host === null || hosts.has(host);
  return [
    ...(known ? [] : [at('createsZoneAt', `There is no DNS host \`${host}\` in data/dns-hosts.yaml.`)]),
    ...sold.filter((suffix) => !tlds.has(suffix)).map((suffix) => at('tlds', `No registry keeps \`${suffix}\`.`)),
    ...sold
      .filter((suffix) => !fees.has(suffix))
      .map((suffix) => at('yearlyFeeUsd', `\`${suffix}\` is sold but has no yearly fee.`)),
    ...[...fees.keys()]
      .filter((suffix) => !sold.includes(suffix))
      .map((suffix) => at('yearlyFeeUsd', `\`${suffix}\` has a yearly fee but is not among \`tlds\`.`)),
  ];
}
