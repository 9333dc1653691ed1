import { assertNever } from '../base/result.ts';
import { displayName } from '../dns/name.ts';
import { digServer } from '../dns/resolver/dig.ts';
import { formatTrace } from '../dns/resolver/trace.ts';
import { ask, askNameServer } from '../world/ask.ts';
import { registrarOf, registryOf } from '../world/catalogue.ts';
import { nameServerAddress } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import { askedBy, type Look } from './look.ts';
import { capitalised } from './names.ts';
import { type Block, code, fields, text } from './reply.ts';
import { tellLook } from './tell-look.ts';
import { whoHoldsWhat } from './who-holds-what.ts';

/** A look-up run in a world: what it shows in a sentence, then all of it, step by step where there are steps. It changes nothing. */
export function showLook(world: World, look: Look): readonly Block[] {
  // Who holds what says it all by itself.
  const told = look.kind === 'world' ? [] : [text(capitalised(tellLook(world, look)))];
  return [...told, ...inFull(world, look)];
}

function inFull(world: World, look: Look): readonly Block[] {
  switch (look.kind) {
    case 'resolver':
    case 'trace':
      return [code(formatTrace(ask(world, look.question, askedBy(look))))];
    case 'server':
      return response(world, look);
    case 'whois':
      return registration(world, look);
    case 'world':
      return whoHoldsWhat(world);
    default:
      return assertNever(look);
  }
}

function response(world: World, { question, server }: Extract<Look, { kind: 'server' }>): readonly Block[] {
  const said = askNameServer(world, server, question);
  if (said === undefined || said === 'timeout') return [];
  const address = nameServerAddress(world, server) ?? '';
  return [code(digServer(said, { server: { name: server, address }, when: world.now }))];
}

function registration(
  { registrations, catalogue }: World,
  { domain }: Extract<Look, { kind: 'whois' }>,
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
