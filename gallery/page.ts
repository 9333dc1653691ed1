/** A whole page around what is to be seen, which stands in the one element that is photographed. */
export const pageOf = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><main id="picture">${body}</main></body></html>`;

export const escapedHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The bot's face, which is drawn here so that nothing is fetched. */
export const AVATAR = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#2f6f6a"/><path d="M24 20v40M56 20v40M24 40h32" stroke="#fff" stroke-width="9" stroke-linecap="round"/><circle cx="40" cy="40" r="8" fill="#f2b84b"/></svg>',
)}`;
