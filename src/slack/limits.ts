/**
 * What Slack takes, in UTF-16 units, which are never fewer than the characters Slack counts. Sources: docs.slack.dev,
 * Block Kit reference, and the descriptions in `@slack/types`; `messageText` is undocumented and was observed to be
 * refused from about 11,000 on, so it stays well below.
 */
export const LIMITS = {
  blocks: 50,
  homeBlocks: 100,
  messageText: 9000,
  blockText: 2800,
  header: 150,
  altText: 2000,
  fallback: 3800,
  elements: 25,
  actionId: 255,
  buttonLabel: 75,
  buttonValue: 2000,
  placeholder: 150,
  options: 100,
  optionGroups: 100,
  optionLabel: 75,
  optionValue: 75,
  inputLabel: 2000,
  inputLength: 3000,
  privateMetadata: 3000,
  commandDescription: 2000,
  usageHint: 1000,
} as const;

/** The text itself, or its beginning and `…`, cut between characters as a reader sees them. */
export function fitted(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
