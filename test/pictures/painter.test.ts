import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, expect, test } from 'vitest';
import type { Picture } from '../../src/base/picture.ts';
import { name } from '../../src/dns/name.ts';
import { fileOf, widthOf } from '../../src/pictures/fonts.ts';
import { openPainter } from '../../src/pictures/painter.ts';
import { pictures } from '../../src/pictures/pictures.ts';
import { aWorld, played, register } from '../support/world.ts';

const painter = openPainter();
afterAll(() => painter.close());

const world = played(aWorld(), register('mine.com', 'route53'));
const map = pictures.map(world, name('mine.com'));
const digest = (png: Uint8Array): string => createHash('sha256').update(png).digest('hex');

/** Pixels from left to right and from top to bottom. PNG, ISO/IEC 15948 §11.2.2. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

test('a picture is a PNG, 800 pixels wide, the same bytes each time and in each process that draws it', async () => {
  const png = await painter.paint(map, 'light');
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
  expect(sizeOf(png)[0]).toBe(800);
  const another = openPainter();
  expect(digest(await another.paint(structuredClone(map), 'light'))).toBe(digest(png));
  await another.close();
});

test('light and dark are two pictures', async () => {
  const [light, dark] = await Promise.all([painter.paint(map, 'light'), painter.paint(map, 'dark')]);
  expect(digest(light)).not.toBe(digest(dark));
});

test('the same picture is drawn once, also where it is wanted twice at once', async () => {
  const one = openPainter();
  await Promise.all([one.paint(map, 'dark'), one.paint(structuredClone(map), 'dark')]);
  await one.paint(map, 'dark');
  expect(one.counts()).toEqual({ drawn: 1, remembered: 2 });
  await one.close();
});

test('what cannot be drawn is refused, and tried again the next time', async () => {
  const one = openPainter();
  const broken: Picture = { ...map, model: { kind: 'nothing' } };
  await expect(one.paint(broken, 'dark')).rejects.toThrow();
  await expect(one.paint(broken, 'dark')).rejects.toThrow();
  expect(one.counts()).toEqual({ drawn: 2, remembered: 0 });
  await one.close();
});

test('the event loop goes on while pictures are drawn', async () => {
  const one = openPainter();
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const worlds = ['a.com', 'b.com', 'c.com', 'd.com'].map((domain) =>
    pictures.map(played(aWorld(), register(domain, 'route53')), name(domain)),
  );
  await Promise.all(worlds.map((each) => one.paint(each, 'light')));
  clearInterval(turning);
  expect(turns).toBeGreaterThan(worlds.length);
  await one.close();
});

test.each([
  ['Amazon Route 53', 'regular'],
  ['ns-2048.awsdns-64.co.uk', 'regular'],
  ['WWW.MÜNCHEN, Bücher', 'bold'],
] as const)('"%s" is measured as wide as it is drawn', (text, weight) => {
  const style = `font-size="24" font-family="Noto Sans" font-weight="${weight === 'bold' ? 700 : 400}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="40"><text x="0" y="28" ${style}>${text}</text></svg>`;
  const font = { fontFiles: [fileOf('regular'), fileOf('bold')], loadSystemFonts: false };
  const drawn = new Resvg(svg, { font }).getBBox()?.width ?? 0;
  const room = 24 / 6; // what the outermost letters leave free
  expect(Math.abs(widthOf(text, 24, weight) - drawn)).toBeLessThan(room);
});
