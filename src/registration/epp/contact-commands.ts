import { usualEmail } from '../decide-contact.ts';
import { personOf, type Registration } from '../registration.ts';
import type { Draft } from './draft.ts';
import { verb } from './objects.ts';
import { element } from './xml.ts';

/** The registrant as the registry knows them: a contact object's id, and the command that makes it. RFC 5733 §3.2.1. */
export function contactOf(registration: Registration): { readonly id: string; readonly draft: Draft } {
  const { registrant, registrar: by, contact } = registration;
  const id = contactId(registrant);
  // The simulation knows nobody's street; a contact has to have a town and a country.
  const place = element('contact:addr', [element('contact:city', 'Anytown'), element('contact:cc', 'AQ')]);
  const content = [
    element('contact:id', id),
    element('contact:postalInfo', [element('contact:name', registrant), place], { type: 'int' }),
    element('contact:email', contact?.email ?? usualEmail(registrant)),
    element('contact:authInfo', [element('contact:pw', 'not-shown-here')]),
  ];
  return { id, draft: { by, did: 'says who the registrant is', verb: verb('create', 'contact', content) } };
}

/** A registrant's other address. RFC 5733 §3.2.5. */
export function contactCommands({ registrant, registrar: by }: Registration, email: string): readonly Draft[] {
  const change = element('contact:chg', [element('contact:email', email)]);
  const content = [element('contact:id', contactId(registrant)), change];
  return [{ by, did: "gives the registrant's other address", verb: verb('update', 'contact', content) }];
}

const MOST_IN_ID = 16;

/** Between 3 and 16 characters: RFC 5730 §4.2. */
export const contactId = (registrant: string): string =>
  `C-${personOf(registrant)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')}`.slice(0, MOST_IN_ID);
