import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Where something was asked, and so where the reply goes. Without any of it, the reply goes to the learner's messages. */
export const PLACE = z.object({
  channel: z.string().optional(),
  /** The `ts` of the message that the thread hangs from. */
  thread: z.string().optional(),
  /** The app's own conversation with the learner, where nobody else reads. */
  isDirect: z.boolean().optional(),
  /** Takes five messages within 30 minutes. */
  responseUrl: z.string().optional(),
});
export type Place = z.output<typeof PLACE>;

/** What a form keeps until it is sent. */
const FORM = z.object({ command: z.string(), place: PLACE });
export type Form = z.output<typeof FORM>;

/** The form as Slack keeps it; the place is left out where both do not fit. */
export function writeForm(form: Form): string {
  const text = JSON.stringify(form);
  return text.length <= LIMITS.privateMetadata ? text : JSON.stringify({ ...form, place: {} });
}

export function readForm(text: string): Form | undefined {
  try {
    return FORM.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // from another version, or not ours
  }
}

export const inThread = (thread: string | undefined): { readonly thread?: string } =>
  thread === undefined ? {} : { thread };
