/** A platform cannot be served, or no longer; the message says to whoever runs this what to do about it. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
}
