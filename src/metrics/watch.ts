import type { Log, LogLevel } from '../base/log.ts';
import { type Observe, OTHER_KINDS, OUTCOMES, type Outcome, type Served, type Watch } from '../base/observe.ts';
import { SECOND } from '../base/time.ts';
import type { Meters } from './meters.ts';

export interface Watching {
  readonly meters: Meters;
  readonly log: Log;
  /** The names of all commands: of what people call otherwise only that it is unknown is told. */
  readonly commands: ReadonlySet<string>;
  /** Milliseconds, from any moment on; never set back. */
  readonly clock: () => number;
}

/** Counts and measures what it is told, and writes one line into the log for each interaction. */
export function observing(watching: Watching): Observe {
  const { meters } = watching;
  return {
    interaction: (platform) => watch(watching, platform),
    promptMade: (kind, lateMs) => meters.promptLateness.observe({ kind }, Math.max(0, lateMs) / SECOND),
    postSettled(platform, kind, settlement, lateMs) {
      meters.posts.inc({ platform, kind, settlement });
      meters.postLateness.observe({ platform, kind }, Math.max(0, lateMs) / SECOND);
    },
  };
}

/** A terminal shows whoever sits there what became of it, and what asks for nothing is of no interest. */
const levelOf = (platform: Served, outcome: Outcome): LogLevel => {
  if (platform === 'terminal' || outcome === 'ignored') return 'debug';
  return outcome === 'failed' || outcome === 'late' ? 'warn' : 'info';
};

function watch({ meters, log, commands, clock }: Watching, platform: Served): Watch {
  const start = clock();
  let [kind, by]: [string, string] = ['unknown', 'other'];
  let outcome: Outcome | undefined;
  let incident: string | undefined;
  let acknowledgedMs: number | undefined;
  meters.inHand.inc({ platform });
  return {
    is(called, askedBy) {
      const isKnown = commands.has(called) || OTHER_KINDS.some((other) => other === called);
      [kind, by] = [isKnown ? called : 'unknown', askedBy];
    },
    acknowledged() {
      if (acknowledgedMs !== undefined) return;
      acknowledgedMs = clock() - start;
      meters.acknowledgement.observe({ platform }, acknowledgedMs / SECOND);
    },
    came(next, id) {
      if (outcome === undefined || OUTCOMES.indexOf(next) > OUTCOMES.indexOf(outcome)) outcome = next;
      incident ??= id;
    },
    end() {
      const ms = clock() - start;
      const came = outcome ?? 'answered';
      meters.inHand.dec({ platform });
      meters.interactions.inc({ platform, kind, outcome: came });
      meters.reply.observe({ platform, kind }, ms / SECOND);
      log(`${platform}: ${kind}: ${came}`, levelOf(platform, came), {
        ...{ event: 'interaction', platform, kind, by, outcome: came, ms: Math.round(ms) },
        ...(acknowledgedMs !== undefined && { acknowledgedMs: Math.round(acknowledgedMs) }),
        ...(incident !== undefined && { incident }),
      });
    },
  };
}
