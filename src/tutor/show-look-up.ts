import { assertNever } from '../base/result.ts';
import { digServer } from '../dns/dig.ts';
import { displayName } from '../dns/name.ts';
import { formatTrace } from '../dns/trace.ts';
import { ask, askNameServer, FRESH_RESOLVER, RESOLVER } from '../world/ask.ts';
import { registrarOf, registryOf } from '../world/catalogue.ts';
import { nameServerAddress } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import type { LookUp } from './look-up.ts';
import { capitalised } from './names.ts';
import { type Block, code, fields, text } from './reply.ts';
import { tellLookUp } from './tell-look-up.ts';
import { whoHoldsWhat } from './who-holds-what.ts';

/** A look-up run in a world: what it shows in a sentence, then all of it, step by step where there are steps. It changes nothing. */
export function showLookUp(world: World, lookUp: LookUp): readonly Block[] {
  // Who holds what says it all by itself.
  const told = lookUp.kind === 'world' ? [] : [text(capitalised(tellLookUp(world, lookUp)))];
  return [...told, ...inFull(world, lookUp)];
}

function inFull(world: World, lookUp: LookUp): readonly Block[] {
  switch (lookUp.kind) {
    case 'resolver':
      return [code(formatTrace(ask(world, lookUp.question, RESOLVER)))];
    case 'trace':
      return [code(formatTrace(ask(world, lookUp.question, FRESH_RESOLVER)))];
    case 'server':
      return response(world, lookUp);
    case 'whois':
      return registration(world, lookUp);
    case 'world':
      return whoHoldsWhat(world);
    default:
      return assertNever(lookUp);
  }
}

function response(world: World, { question, server }: Extract<LookUp, { kind: 'server' }>): readonly Block[] {
  const said = askNameServer(world, server, question);
  if (said === undefined || said === 'timeout') return [];
  const address = nameServerAddress(world, server) ?? '';
  return [code(digServer(said, { server: { name: server, address }, when: world.now }))];
}

function registration(
  { registrations, catalogue }: World,
  { domain }: Extract<LookUp, { kind: 'whois' }>,
): readonly Block[] {
  const found = registrations.get(domain);
  if (!found) return [];
  const { registrant, registrar, registry, nameServers } = found;
  const listed = nameServers.length > 0 ? nameServers.map(displayName).join('\n') : 'none';
  return [
    fields(
      ['Registrant', registrant],
      ['Registrar', registrarOf(catalogue, registrar).name],
      ['Registry', registryOf(catalogue, registry).name],
      ['Name servers', listed],
    ),
  ];
}
