import { seededRng } from '../../src/base/random.ts';
import { MINUTE } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { type Action, decide } from '../../src/world/action.ts';
import { replay } from '../../src/world/apply.ts';
import type { Catalogue } from '../../src/world/catalogue.ts';
import type { WorldEvent } from '../../src/world/event.ts';
import { newWorld, type World } from '../../src/world/world.ts';

const HOST = 'route53';
const MOST_DOMAINS = 20;

/** A world in which somebody did things, and the events of each of them. */
export interface Past {
  readonly world: World;
  readonly steps: readonly (readonly WorldEvent[])[];
}

/**
 * Domains that are registered, hosted and delegated, and then records changed, time gone by and names looked up in turn,
 * until that many events have happened.
 */
export function aPast(catalogue: Catalogue, actor: string, events: number): Past {
  let world = newWorld(catalogue);
  const steps: (readonly WorldEvent[])[] = [];
  const rng = seededRng(1);
  for (const action of actions(Math.min(MOST_DOMAINS, Math.ceil(events / 100)))) {
    const decision = decide(world, actor, action, rng);
    if (decision.kind === 'refused') throw new Error(`${action.kind}: ${JSON.stringify(decision.refusal)}`);
    world = replay(world, decision.events);
    steps.push(decision.events);
    if (world.history.length >= events) break;
  }
  return { world, steps };
}

function* actions(domains: number): Generator<Action> {
  const origins = Array.from({ length: domains }, (_, at) => name(`domain-${at}.com`));
  for (const origin of origins) {
    yield { kind: 'register', domain: origin, registrar: 'hover' };
    yield { kind: 'create-zone', origin, host: HOST };
    yield { kind: 'copy-name-servers', domain: origin, host: HOST };
    yield put('add', origin, 0);
  }
  for (let turn = 1; ; turn++) {
    for (const origin of origins) {
      yield put('change', origin, turn);
      yield { kind: 'wait', span: MINUTE };
      yield { kind: 'ask', question: { qname: name(`www.${origin}`), qtype: 'A' }, resolver: 'resolver' };
    }
  }
}

const put = (action: 'add' | 'change', origin: ReturnType<typeof name>, turn: number): Action => ({
  ...{ kind: 'put-record', origin, host: HOST },
  request: { action, owner: name(`www.${origin}`), rdata: { type: 'A', address: `203.0.113.${turn % 250}` } },
});
