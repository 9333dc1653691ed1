import { DAY, HOUR, MINUTE } from '../base/time.ts';
import { childOf, displayName } from '../dns/name.ts';
import type { Action } from '../world/action.ts';
import { RESOLVER } from '../world/ask.ts';
import { type Catalogue, hostOf, registrarOf } from '../world/catalogue.ts';
import type { Architecture, Stage } from './architecture.ts';
import type { Cast } from './cast.ts';

/** One stage of a story: what the registrant does, and the sentence that tells it. */
export interface Scene {
  readonly stage: Stage;
  readonly actions: readonly Action[];
  readonly tells: string;
}

/** The whole story of an architecture, for a cast. */
export function script(catalogue: Catalogue, architecture: Architecture, cast: Cast): readonly Scene[] {
  switch (architecture) {
    case 'both':
      return [register(catalogue, cast), lookUp(cast), records(cast), settle];
    case 'registrar-only':
      return [register(catalogue, cast), ...moveDns(catalogue, cast, [dropUnusedZone(cast)])];
    case 'hosting-only':
    case 'neither':
      return [own(catalogue, cast), lookUp(cast), ...moveDns(catalogue, cast, [])];
  }
}

function register(catalogue: Catalogue, { registrant, domain, registrar }: Cast): Scene {
  const name = registrarOf(catalogue, registrar).name;
  return {
    stage: 'registered',
    actions: [{ kind: 'register', domain, registrar }],
    tells: `${registrant} registers ${displayName(domain)} at ${name}.`,
  };
}

/** As `register`, but months ago. */
function own(catalogue: Catalogue, cast: Cast): Scene {
  const name = registrarOf(catalogue, cast.registrar).name;
  const scene = register(catalogue, cast);
  return {
    ...scene,
    actions: [...scene.actions, { kind: 'wait', span: 90 * DAY + 3 * HOUR }],
    tells: `${cast.registrant} registered ${displayName(cast.domain)} at ${name} three months ago.`,
  };
}

function lookUp({ domain }: Cast): Scene {
  const question = { qname: childOf('www', domain), qtype: 'A' } as const;
  return {
    stage: 'looked-up',
    actions: [{ kind: 'ask', question, resolver: RESOLVER }],
    tells: `Somebody has just looked up ${displayName(question.qname)} through the resolver.`,
  };
}

function createZone(catalogue: Catalogue, { registrant, domain, host }: Cast): Scene {
  return {
    stage: 'zone-created',
    actions: [{ kind: 'create-zone', origin: domain, host }],
    tells: `${registrant} creates a zone for ${displayName(domain)} at ${hostOf(catalogue, host).name}.`,
  };
}

function records(cast: Cast): Scene {
  const { registrant, domain: origin, host, webAddress: address } = cast;
  const put = (owner: typeof origin): Action => ({
    kind: 'put-record',
    origin,
    host,
    request: { action: 'add', owner, rdata: { type: 'A', address } },
  });
  return {
    stage: 'records',
    actions: [put(origin), put(childOf('www', origin))],
    tells: `${registrant} adds A records for the apex and for www there, both ${address}.`,
  };
}

function delegate(catalogue: Catalogue, { registrant, domain, registrar, host }: Cast, then: readonly Action[]): Scene {
  const hostName = hostOf(catalogue, host).name;
  const told = `${registrant} sets the name servers at ${registrarOf(catalogue, registrar).name} to those of the ${hostName} zone.`;
  return { stage: 'delegated', actions: [{ kind: 'copy-name-servers', domain, host }, ...then], tells: told };
}

const dropUnusedZone = ({ domain, oldHost }: Cast): Action => ({ kind: 'delete-zone', origin: domain, host: oldHost });

const settle: Scene = { stage: 'settled', actions: [{ kind: 'wait', span: 2 * DAY }], tells: 'Two days go by.' };

function moveDns(catalogue: Catalogue, cast: Cast, then: readonly Action[]): readonly Scene[] {
  const pause: Action = { kind: 'wait', span: 5 * MINUTE };
  const zone = createZone(catalogue, cast);
  return [{ ...zone, actions: [...zone.actions, pause] }, records(cast), delegate(catalogue, cast, then), settle];
}
