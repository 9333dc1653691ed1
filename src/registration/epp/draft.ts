import type { Instant } from '../../base/time.ts';
import type { RegistrationEvent } from '../event.ts';
import type { Registration } from '../registration.ts';
import type { Element } from './xml.ts';

/** A command before it has a number: what it does, and an extension if there is one. */
export interface Draft {
  readonly by: string;
  readonly did: string;
  readonly verb: Element;
  readonly extension?: Element;
}

/** An event with what came of those before it. */
export interface Step {
  readonly event: RegistrationEvent;
  readonly before: Registration;
  readonly previous: RegistrationEvent | undefined;
  readonly at: Instant;
  /** It was deleted by command, and only time is left to it. */
  readonly isDeleted: boolean;
}
