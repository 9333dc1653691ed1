import { PlatformError } from '../base/platform-error.ts';
import { assertNever } from '../base/result.ts';

export type SlackStartProblem =
  /** Slack's code for why, and the setting that it is about. */
  { readonly kind: 'refused'; readonly token: string; readonly code: string } | { readonly kind: 'unreachable' };

/** Slack cannot be served. The message is a sentence for whoever runs the program. */
export class SlackStartError extends PlatformError {
  readonly problem: SlackStartProblem;

  constructor(problem: SlackStartProblem, cause?: unknown) {
    super(whatIsWrong(problem), { cause });
    this.problem = problem;
  }
}

const SETTINGS = 'the settings of the app at https://api.slack.com/apps';

function whatIsWrong(problem: SlackStartProblem): string {
  switch (problem.kind) {
    case 'refused':
      return `Slack refuses ${problem.token}: ${problem.code}. Copy the token again from ${SETTINGS}.`;
    case 'unreachable':
      return 'Slack does not answer. Look at the network and at SLACK_API_URL, and start again.';
    default:
      return assertNever(problem);
  }
}
