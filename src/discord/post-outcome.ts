import { DiscordAPIError, RateLimitError } from 'discord.js';
import { printableLine } from '../base/printable.ts';
import type { PostOutcome } from '../tutor/courier.ts';

export type Done<Value> = { readonly kind: 'done'; readonly value: Value } | Exclude<PostOutcome, { kind: 'posted' }>;

/** What came of calls to Discord. Throws what is a mistake of ours: a message that Discord finds malformed. */
export async function outcomeOf<Value>(act: () => Promise<Value>): Promise<Done<Value>> {
  try {
    return { kind: 'done', value: await act() };
  } catch (error) {
    if (error instanceof RateLimitError) return { kind: 'later', waitMs: error.retryAfter };
    if (!(error instanceof DiscordAPIError) || error.status === 401 || PASSING.includes(error.code))
      return { kind: 'later' };
    const why = WHY[error.code] ?? unexpected(error);
    if (why === undefined) throw error;
    return { kind: 'refused', why };
  }
}

/** Does it; false if Discord refuses, whatever for. */
export async function isAllowed(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError) return false;
    throw error;
  }
}

/** Whether the bot lacks a permission there, as that to attach files. */
export const isForbidden = (error: unknown): boolean => error instanceof DiscordAPIError && error.code === 50013;

/** Slow mode, the write limit of a channel, too many direct messages opened, too many edits. */
const PASSING: readonly (number | string)[] = [20016, 20028, 40003, 30046];

const IN_SETTINGS = "in the channel's settings, under Permissions";
const NO_TEXT = 'No message can be posted right into that kind of channel. Choose a text channel, or a thread.';
const CLOSED =
  'They take no direct messages from me. Whoever wants some has to allow them: in the menu of the server, under Privacy Settings.';
const NOBODY = 'There is nobody by that id.';
const BLOCKED =
  "The server's AutoMod blocks the message. Let my role pass its rules, in Server Settings, under AutoMod.";

/** Source: Opcodes and Status Codes, JSON. Permissions are called as in Discord's settings. */
export const WHY: Readonly<Record<string, string>> = {
  10003: 'There is no such channel any more. Choose another.',
  10008: 'That message is gone.',
  10013: NOBODY,
  40058: NO_TEXT,
  50001: `I may not see that channel. Allow my role "View Channel", ${IN_SETTINGS}.`,
  50005: 'That message is not mine.',
  50007: CLOSED,
  50008: NO_TEXT,
  50013: `I may not write there. Allow my role "Send Messages", or for a thread "Send Messages in Threads", ${IN_SETTINGS}.`,
  50024: NO_TEXT,
  50033: NOBODY,
  50083: 'That thread is archived, and I may not open it again. Write something in it, or choose another place.',
  50278: CLOSED,
  160005: 'That thread is locked. Unlock it, or choose another place.',
  200000: BLOCKED,
  200001: BLOCKED,
};

const unexpected = ({ status, code, message }: DiscordAPIError): string | undefined =>
  status === 403 || status === 404 ? `Discord refuses it: ${printableLine(message)} (${code}).` : undefined;
