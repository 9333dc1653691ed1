import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type Route } from 'playwright-core';
import type { Picture } from './pictures.ts';

const CHROMIUM = '/usr/bin/chromium';
const PNGQUANT = '/usr/bin/pngquant';
/** What Debian's packages of those, and of the fonts that look like the platforms', are called. */
export const PACKAGES = 'chromium pngquant fonts-noto-color-emoji fonts-open-sans fonts-lato';
const TOP = join(import.meta.dirname, '..');
const ORIGIN = 'http://gallery';

// biome-ignore format: as many flags as keep Chromium off the network
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--force-color-profile=srgb',
];

/** Whether the programs from outside that take the pictures and make them small are there. */
export const canShoot = (): boolean => existsSync(CHROMIUM) && existsSync(PNGQUANT);

/** Takes the pictures, in order, as PNG. A page that asks for anything outside the project, or fails, throws. */
export async function shoot(pictures: readonly Picture[], keep: (name: string, png: Buffer) => void): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'hostmaster-gallery-'));
  const viewport = { width: 680, height: 400 };
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: FLAGS,
    viewport,
    deviceScaleFactor: 1.5,
  });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    for (const { name, html } of pictures) {
      await page.unrouteAll();
      await page.route('**/*', (route) => serve(route, html, faults));
      await page.goto(ORIGIN);
      await page.evaluate('document.fonts.ready');
      const png = await page.locator('#picture').screenshot({ animations: 'disabled', caret: 'hide' });
      keep(name, execFileSync(PNGQUANT, ['64', '--nofs', '--strip', '--speed', '1', '-'], { input: png }));
      if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}`);
    }
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Answers from this project alone: the page itself, its style, and the packages that draw. */
async function serve(route: Route, html: string, faults: string[]): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  if (route.request().url().startsWith('data:')) return route.continue();
  const file = join(TOP, pathname);
  if (origin === ORIGIN && pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
  if (origin === ORIGIN && /^\/(node_modules|gallery)\//.test(pathname) && existsSync(file)) {
    return route.fulfill({ contentType: TYPES[extname(file)] ?? 'text/plain', body: readFileSync(file) });
  }
  if (pathname !== '/favicon.ico') faults.push(`asked for ${route.request().url()}`);
  return route.abort();
}
