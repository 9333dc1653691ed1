import type { z } from 'zod';
import { type ContentFault, readDocument } from '../base/document.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Catalogue } from './catalogue.ts';
import { hostOf, registrarOf, tldsOf } from './catalogue-entry.ts';
import { dnsHostsFile, registrarsFile, registriesFile, rootFile, sourcesFile } from './catalogue-schema.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { makeProvenances } from './provenance.ts';

/** The files of the catalogue, without their folder and ending. */
export const CATALOGUE_FILES = ['sources', 'root', 'registries', 'registrars', 'dns-hosts'] as const;
export type CatalogueFiles = Readonly<Record<(typeof CATALOGUE_FILES)[number], string>>;

/**
 * Reads the catalogue out of its files' texts. Every fault of all of them is reported at once; what does not fit
 * together is looked for when each file by itself is right.
 */
export function loadCatalogue(texts: CatalogueFiles): Result<Catalogue, readonly ContentFault[]> {
  const sources = read(texts, 'sources', sourcesFile);
  const root = read(texts, 'root', rootFile);
  const registries = read(texts, 'registries', registriesFile);
  const registrars = read(texts, 'registrars', registrarsFile);
  const hosts = read(texts, 'dns-hosts', dnsHostsFile);
  if (!(sources.ok && root.ok && registries.ok && registrars.ok && hosts.ok)) {
    return fail([sources, root, registries, registrars, hosts].flatMap((each) => (each.ok ? [] : each.problem)));
  }
  const { nameServers, nsTtlSeconds, negativeTtlSeconds } = root.value.value;
  const catalogue: Catalogue = {
    root: {
      nameServers: nameServers.value,
      delegationTtl: nsTtlSeconds.value,
      negativeTtl: negativeTtlSeconds.value,
    },
    registries: new Map(registries.value.value.map(({ id, name, aliases }) => [id, { id, name, aliases }])),
    tlds: new Map(registries.value.value.flatMap(tldsOf).map((tld) => [tld.suffix, tld])),
    registrars: new Map(registrars.value.value.map((entry) => [entry.id, registrarOf(entry)])),
    hosts: new Map(hosts.value.value.map((entry) => [entry.id, hostOf(entry)])),
    provenances: makeProvenances({
      sources: sources.value.value,
      registries: registries.value.value,
      registrars: registrars.value.value,
      hosts: hosts.value.value,
    }),
  };
  const files = { sources: sources.value, root: root.value, registries: registries.value };
  const faults = checkCatalogue(catalogue, { ...files, registrars: registrars.value, hosts: hosts.value });
  return faults.length > 0 ? fail(faults) : ok(catalogue);
}

function read<Schema extends z.ZodType>(texts: CatalogueFiles, file: keyof CatalogueFiles, schema: Schema) {
  return readDocument(`data/${file}.yaml`, texts[file], schema);
}
