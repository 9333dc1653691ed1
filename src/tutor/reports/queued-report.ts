import type { Presentation } from '../../items/presentation.ts';
import type { Context } from '../command.ts';
import type { StoredPresentation } from '../store/presentations.ts';
import type { Report } from '../store/reports.ts';
import type { Review } from '../store/reviews.ts';
import { readPresentation } from '../stored.ts';

/** A report with the question exactly as it was put, and the response to it if there is one. */
export interface QueuedReport {
  readonly report: Report;
  readonly put: StoredPresentation;
  readonly presentation: Presentation;
  readonly review?: Review;
}

/** The open reports of the place, oldest first. */
export async function openQueue(context: Context): Promise<readonly QueuedReport[]> {
  const reports = await context.store.openReports(context.account);
  const queued = await Promise.all(reports.map((report) => queuedReport(context, report)));
  return queued.flatMap((each) => each ?? []);
}

async function queuedReport({ store }: Context, report: Report): Promise<QueuedReport | undefined> {
  const put = await store.presentation(report.learner, report.presentation);
  const review = await store.reviewOf(report.presentation);
  return put && { report, put, presentation: readPresentation(put.body), ...(review && { review }) };
}
