import type { Presentation } from '../items/presentation.ts';
import { findResolver } from '../world/resolvers.ts';
import type { World } from '../world/world.ts';
import { readLook } from './look.ts';
import { button, type Choice } from './reply.ts';
import { tellLook } from './tell-look.ts';

/** What the first look-up of a presentation shows in its world, in words; undefined if there is none. */
export function proof(world: World, { evidence: [first] }: Presentation): string | undefined {
  const look = first === undefined ? undefined : readLook(world, first);
  return look && tellLook(world, look);
}

/** Buttons that show the truth in a world, a question's own or a lesson's, each by the shortest words that no other of them has. */
export function evidence({ evidence: commands }: Pick<Presentation, 'evidence'>): readonly Choice[] {
  const told = commands.map(labelsOf);
  return commands.map((command, place) => {
    const others = told.filter((_, other) => other !== place).flat();
    return button(told[place]?.find((label) => !others.includes(label)) ?? command, command);
  });
}

/** What a look-up may be called, the shortest first and the command itself last. */
function labelsOf(command: string): readonly string[] {
  const [verb, what = '', ...more] = command.split(/\s+/);
  const server = more.find((word) => word.startsWith('@'))?.slice(1);
  const type = more.find((word) => !word.startsWith('@'));
  const label =
    verb === '/dig' ? (server === undefined ? 'Ask the resolver' : `Ask ${shortened(server)}`) : LABELS[verb ?? ''];
  if (label === undefined) return [command];
  const forType = type === undefined ? [] : [`${label} for ${type}`];
  const inFull = what === '' ? [] : [`${label}: ${[what, ...(type === undefined ? [] : [type])].join(' ')}`];
  return [label, ...forType, ...inFull, command];
}

const LABELS: Readonly<Record<string, string>> = {
  '/trace': 'Trace it',
  '/whois': 'Ask the registry',
  '/world': 'Who holds what',
  '/zone': 'See the zone',
};

const MOST = 20;

/** A name server's name, or enough of its beginning to know it by; who a resolver is. */
function shortened(server: string): string {
  const resolver = findResolver(server);
  if (resolver) return resolver.validates ? 'the validating resolver' : resolver.title;
  return server.length <= MOST ? server : `${server.split('.')[0]}…`;
}
