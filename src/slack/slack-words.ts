/** The one slash command that takes every other as its first word, and those that are slash commands of their own. */
export const HOSTMASTER = '/hostmaster';
export const SHORTCUTS: readonly string[] = ['quiz', 'dig'];

/**
 * A command where one is written, at the start of a line or of code, as it is typed in Slack: `/hostmaster trace …`.
 * Slack has a `/help` of its own, and refuses slash commands that no app has declared.
 */
export function slackWords(text: string, commands: ReadonlySet<string>): string {
  return text.replace(/(^|[`\n])\/([a-z-]+)(?![\w/.-])/g, (whole, before: string, name: string) =>
    commands.has(name) && !SHORTCUTS.includes(name) ? `${before}${HOSTMASTER} ${name}` : whole,
  );
}
