import { assertNever } from '../../base/result.ts';
import { displayName } from '../../dns/name.ts';
import { digResolver, digServer } from '../../dns/resolver/dig.ts';
import { formatTrace } from '../../dns/resolver/trace.ts';
import { formatZoneFile } from '../../dns/zone/zone-file.ts';
import { type LookUp, resolverFor } from '../../lessons/look-up.ts';
import type { Shown } from '../../lessons/shown.ts';
import { ask, askNameServer } from '../../world/ask.ts';
import { hostOf } from '../../world/catalogue.ts';
import { nameServerAddress } from '../../world/internet.ts';
import { freshOf, resolverOf } from '../../world/resolvers.ts';
import type { World } from '../../world/world.ts';
import { zonesOf } from '../leads-to.ts';
import { capitalised, inCode } from '../names.ts';
import { registrationFields } from '../registration-fields.ts';
import { type Block, code, heading, text } from '../reply.ts';
import { holdings, payments } from '../who-holds-what.ts';
import { markNew } from './mark-new.ts';

/** Something of a world as it is shown to a learner; what has changed since `before` is marked. */
export function shownBlocks(shown: Shown, before: World, world: World): readonly Block[] {
  switch (shown.kind) {
    case 'who-holds-what':
      return markNew(before.history.length > 0 ? holdings(before) : [], holdings(world));
    case 'bills': {
      const paid = payments(world);
      return paid.length > 0 ? markNew(payments(before), paid) : [text('Nobody has paid anything yet.')];
    }
    case 'dig':
      return lookUpBlocks(world, shown.lookUp);
    case 'trace': {
      const { resolver } = shown.lookUp;
      const fresh = ask(world, shown.lookUp, freshOf(resolverFor(shown.lookUp)));
      const whom = resolver
        ? `${resolverOf(resolver).title}, if it remembered nothing`
        : 'a resolver that remembers nothing';
      return [text(`A look-up by ${whom}:`), code(formatTrace(fresh))];
    }
    case 'whois': {
      const registration = world.registrations.get(shown.domain);
      const found = registration ? registrationFields(world, registration) : text('The registry has no record of it.');
      return [heading(`whois ${displayName(shown.domain)}`), found];
    }
    case 'zone':
      return zonesOf(world, shown.domain).flatMap(({ zone, host }) => [
        text(`The zone at ${hostOf(world.catalogue, host).name}:`),
        code(formatZoneFile(zone)),
      ]);
    default:
      return assertNever(shown);
  }
}

/** A look-up and what comes back, as `dig` prints it. */
export function lookUpBlocks(world: World, lookUp: LookUp): readonly Block[] {
  const { server, resolver: _, ...question } = lookUp;
  const when = world.now;
  if (server === undefined) {
    const { id, title, address } = resolverOf(resolverFor(lookUp));
    return [
      text(`${capitalised(title)} is asked:`),
      code(digResolver(ask(world, question, id), { server: { address }, when })),
    ];
  }
  const response = askNameServer(world, server, question);
  if (response === undefined || response === 'timeout')
    return [text(`${inCode(server)} is asked, and does not reply.`)];
  const address = nameServerAddress(world, server) ?? '';
  return [
    text(`${inCode(server)} itself is asked:`),
    code(digServer(response, { server: { name: server, address }, when })),
  ];
}
