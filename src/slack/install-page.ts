import type { ServerResponse } from 'node:http';
import { escaped } from './escape.ts';

/** What somebody who installs the app is told, in plain words. */
export interface InstallPage {
  readonly status: number;
  readonly title: string;
  readonly words: string;
  /** Whether to offer to begin again. */
  readonly isOver?: boolean;
}

/** Nothing of a page is fetched, framed or kept, and nobody learns the address it was reached by, which has the code. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function showPage(response: ServerResponse, { status, title, words, isOver }: InstallPage): void {
  const again = isOver ? '' : '\n<p><a href="install">Begin again</a></p>';
  response.writeHead(status, HEADERS).end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body { font: 1.1rem/1.5 sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem }</style>
<h1>${escaped(title)}</h1>
<p>${escaped(words)}</p>${again}
</html>
`);
}

export const installedPage = (workspace: string): InstallPage => ({
  status: 200,
  title: `Hostmaster is installed in ${workspace}`,
  words: 'In Slack, type /quiz in any channel, or write quiz to Hostmaster directly: the first question comes.',
  isOver: true,
});

export const ORGANISATION_PAGE: InstallPage = {
  status: 400,
  title: 'Hostmaster is not installed',
  words:
    'It was to be installed for a whole organisation, which Hostmaster does not offer. Install it in one workspace after the other.',
};

export const CANCELLED_PAGE: InstallPage = {
  status: 403,
  title: 'Hostmaster is not installed',
  words: 'You chose not to allow what it asks for, so nothing was changed.',
};

export const STRAY_PAGE: InstallPage = {
  status: 400,
  title: 'Hostmaster is not installed',
  words:
    'This installation was not begun in this browser, or was begun more than ten minutes ago. That may happen to anyone; begin again here.',
};

/** @param code Slack's word for why */
export const refusedPage = (code: string): InstallPage => ({
  status: 400,
  title: 'Hostmaster is not installed',
  words: `Slack said: ${code}. If beginning again does not help, tell whoever runs Hostmaster.`,
});

export const BROKEN_PAGE: InstallPage = {
  status: 500,
  title: 'Hostmaster is not installed',
  words: 'Something broke on the way. Whoever runs Hostmaster finds in its log what it was.',
};
