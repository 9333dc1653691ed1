import type { Parties } from '../registration/parties.ts';
import type { World } from './world.ts';

/** What registrars and registries know in a world now. */
export const partiesOf = ({ registrations, catalogue, now }: World): Parties => ({
  registrations,
  tlds: catalogue.tlds,
  registrars: catalogue.registrars,
  now,
});
