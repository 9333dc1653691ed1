import { yearsLater } from '../base/time.ts';
import type { RegistrationEvent } from './event.ts';
import type { Registration } from './registration.ts';

/** The registration's next year, on the day. */
export const renewal = ({ domain, expiresAt }: Registration): RegistrationEvent => ({
  kind: 'domain-renewed',
  domain,
  expiresAt: yearsLater(expiresAt, 1),
});
