/** Text in which Slack finds no mention, link or special command. Source: docs.slack.dev, Formatting message text. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * What a person typed, before Slack made links, mentions and entities of it: `<http://a.example|a.example>` was
 * `a.example`.
 */
export const asTyped = (text: string): string =>
  text
    .replace(/<([^<>]*)>/g, (_, inner: string) => asWritten(inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function asWritten(inner: string): string {
  const bar = inner.indexOf('|');
  const [target, label] = bar < 0 ? [inner, ''] : [inner.slice(0, bar), inner.slice(bar + 1)];
  // A name may be another's too, or change; an id is one person's, or one channel's.
  if (/^[@#]/.test(target)) return target;
  if (target.startsWith('!')) return label || `@${target.slice(1)}`;
  return label || target.replace(/^mailto:/, '');
}
