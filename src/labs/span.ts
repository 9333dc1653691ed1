import { assertNever, fail, ok, type Result } from '../base/result.ts';
import { type DurationMs, SECOND } from '../base/time.ts';
import { evaluate } from '../items/expression.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Span } from './fault.ts';

/** How long a span is in a scenario, in milliseconds. Refuses, in a sentence: facts that are none or cannot be had. */
export function spanIn(span: Span, scenario: Scenario): Result<DurationMs, string> {
  switch (span.kind) {
    case 'span':
      return ok(span.span);
    case 'fact': {
      const value = evaluate(span.call, scenario);
      if (!value.ok) return value;
      if (value.value.type === 'duration') return ok(value.value.seconds * SECOND);
      return fail(`fact \`${span.call.fact}\` is a ${value.value.type}, not a duration`);
    }
    case 'sum':
    case 'longest': {
      const parts = span.of.map((part) => spanIn(part, scenario));
      const broken = parts.find((part) => !part.ok);
      if (broken) return broken;
      const spans = parts.flatMap((part) => (part.ok ? [part.value] : []));
      return ok(span.kind === 'sum' ? spans.reduce((a, b) => a + b, 0) : Math.max(...spans));
    }
    default:
      return assertNever(span);
  }
}
