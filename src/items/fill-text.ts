import { fail, ok, type Result } from '../base/result.ts';
import { childOf, displayName, type Name } from '../dns/name.ts';
import type { Cast } from '../scenario/cast.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { parkingAddressOf } from '../world/addresses.ts';
import { type Catalogue, hostOf, registrarOf, registryOf } from '../world/catalogue.ts';
import { nameServerAddress } from '../world/internet.ts';

/** The words that texts may hold in braces, and what each stands for in a scenario. */
export const CAST_WORDS: Readonly<Record<string, (scenario: Scenario) => string>> = {
  registrant: ({ cast }) => cast.registrant,
  domain: ({ cast }) => displayName(cast.domain),
  www: ({ cast }) => displayName(childOf('www', cast.domain)),
  suffix: ({ cast }) => `.${displayName(cast.suffix)}`,
  registrar: ({ catalogue, cast }) => registrarOf(catalogue, cast.registrar).name,
  gaining: ({ catalogue, cast }) => gainingRegistrar(catalogue, cast),
  registry: ({ catalogue, cast }) => registryOf(catalogue, catalogue.tlds.get(cast.suffix)?.registry ?? '').name,
  host: ({ catalogue, cast }) => hostOf(catalogue, cast.host).name,
  'old-host': ({ catalogue, cast }) => hostOf(catalogue, cast.oldHost).name,
  address: ({ cast }) => cast.webAddress,
  'ns1-address': (scenario) => serverAddress(scenario, scenario.cast.host, 0),
  'ns2-address': (scenario) => serverAddress(scenario, scenario.cast.host, 1),
  'old-ns1-address': (scenario) => serverAddress(scenario, scenario.cast.oldHost, 0),
  'old-ns2-address': (scenario) => serverAddress(scenario, scenario.cast.oldHost, 1),
  'team-ns1-address': (scenario) => serverAddress(scenario, scenario.cast.host, 0, teamOf(scenario)),
  'team-ns2-address': (scenario) => serverAddress(scenario, scenario.cast.host, 1, teamOf(scenario)),
  parking: ({ catalogue, cast }) => parkingAddressOf(catalogue, cast.oldHost),
};

/** The name of the registrar that a domain can move to: Route 53, unless it is there or cannot have it. */
function gainingRegistrar(catalogue: Catalogue, { registrar, suffix }: Cast): string {
  const others = [...catalogue.registrars.values()].filter(
    ({ id, yearlyFee, nameServersSettable }) => id !== registrar && yearlyFee.has(suffix) && nameServersSettable,
  );
  return others.toSorted((a, b) => Number(b.id === 'route53') - Number(a.id === 'route53'))[0]?.name ?? '';
}

const teamOf = ({ cast }: Scenario): Name => childOf('team', cast.domain);

/** Where a name server of the newest zone of the domain, or of one below it, at a host listens; nothing where there is no zone. */
function serverAddress({ world, cast }: Scenario, host: string, place: number, origin: Name = cast.domain): string {
  const zone = [...world.hostedZones.values()].findLast((each) => each.host === host && each.zone.origin === origin);
  const server = zone?.nameServers[place];
  return (server && nameServerAddress(world, server)) ?? '';
}

/** A text with its `{words}` filled in. Refuses: words that are not known, and any at all without a scenario. */
export function fillText(text: string, scenario: Scenario | undefined): Result<string, string> {
  const unknown: string[] = [];
  const filled = text.replaceAll(/\{([^{}]*)\}/g, (whole, word: string) => {
    const fill = Object.hasOwn(CAST_WORDS, word) ? CAST_WORDS[word] : undefined;
    if (!fill || !scenario) {
      unknown.push(whole);
      return whole;
    }
    return fill(scenario);
  });
  if (/[{}]/.test(filled) && unknown.length === 0) return fail(`a brace stands alone in "${text}"`);
  if (unknown.length === 0) return ok(filled);
  if (!scenario) return fail(`${unknown.join(', ')} needs a scenario`);
  return fail(
    `${unknown.join(', ')} is not known; known are ${Object.keys(CAST_WORDS)
      .map((word) => `{${word}}`)
      .join(' ')}`,
  );
}
