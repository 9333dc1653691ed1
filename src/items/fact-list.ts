import type { Fact } from './fact.ts';
import { BILL_FACTS } from './facts/bills.ts';
import { HISTORY_FACTS } from './facts/history.ts';
import { HOSTING_FACTS } from './facts/hosting.ts';
import { INSIDE_FACTS } from './facts/inside.ts';
import { LIFECYCLE_FACTS } from './facts/lifecycle.ts';
import { LOOKUP_FACTS } from './facts/lookups.ts';
import { MONEY_FACTS } from './facts/money.ts';
import { QUOTA_FACTS } from './facts/quotas.ts';
import { REFUSAL_FACTS } from './facts/refusals.ts';
import { REGISTRATION_FACTS } from './facts/registration.ts';
import { REPLY_FACTS } from './facts/replies.ts';
import { SIGNING_FACTS } from './facts/signing.ts';
import { WAIT_FACTS } from './facts/waits.ts';

/** By name; look one up with `findFact`. */
export const FACTS: Readonly<Record<string, Fact>> = {
  ...REGISTRATION_FACTS,
  ...HOSTING_FACTS,
  ...MONEY_FACTS,
  ...HISTORY_FACTS,
  ...LOOKUP_FACTS,
  ...LIFECYCLE_FACTS,
  ...SIGNING_FACTS,
  ...REFUSAL_FACTS,
  ...BILL_FACTS,
  ...WAIT_FACTS,
  ...QUOTA_FACTS,
  ...INSIDE_FACTS,
  ...REPLY_FACTS,
};

/** The fact of a name, if there is one. */
export const findFact = (name: string): Fact | undefined => (Object.hasOwn(FACTS, name) ? FACTS[name] : undefined);
