import { createHash } from 'node:crypto';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, expect, test } from 'vitest';
import type { Picture } from '../../src/base/picture.ts';
import { name } from '../../src/dns/name.ts';
import { canWrite, fileOf, widthOf } from '../../src/pictures/fonts.ts';
import { outlined } from '../../src/pictures/outlined.ts';
import { openPainter } from '../../src/pictures/painter.ts';
import { pictures } from '../../src/pictures/pictures.ts';
import { aWorld, played, register } from '../support/world.ts';

const painter = openPainter();
afterAll(() => painter.close());

const world = played(aWorld(), register('mine.com', 'route53'));
const map = pictures.map(world, name('mine.com'));
const digest = (png: Uint8Array = new Uint8Array()): string => createHash('sha256').update(png).digest('hex');

/** Pixels from left to right and from top to bottom. PNG, ISO/IEC 15948 §11.2.2. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

test('a picture is a PNG, 800 pixels wide, the same bytes each time and in each process that draws it', async () => {
  const png = (await painter.paint(map, 'light')) ?? new Uint8Array();
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

/** A painter, and what has become of what it was asked for. */
function watched() {
  const became: string[] = [];
  const one = openPainter({ watch: { came: (outcome) => void became.push(outcome), clock: () => 0 } });
  return { one, became };
}
const times = (count: number, outcome: string): readonly string[] => Array.from({ length: count }, () => outcome);

test('the same picture is drawn once, also where it is wanted twice at once', async () => {
  const { one, became } = watched();
  await Promise.all([one.paint(map, 'dark'), one.paint(structuredClone(map), 'dark')]);
  await one.paint(map, 'dark');
  expect(became.sort()).toEqual(['drawn', 'remembered', 'remembered']);
  await one.close();
});

test('each is told of to who looks on, with how long it took where it had to be drawn', async () => {
  const told: unknown[] = [];
  let at = 0;
  const clock = () => {
    at += 250;
    return at;
  };
  const one = openPainter({ watch: { came: (...of) => void told.push(of), clock } });
  await one.paint(map, 'dark');
  await one.paint(map, 'dark');
  await expect(one.paint({ ...map, model: { kind: 'nothing' } }, 'dark')).rejects.toThrow();
  expect(told).toEqual([['drawn', 250], ['remembered'], ['failed', 250]]);
  expect(one.waiting()).toBe(0);
  const all = [1, 2, 3, 4].map((place) => one.paint({ ...map, model: { ...map.model, place } as never }, 'dark'));
  expect(one.waiting()).toBeGreaterThan(0);
  await Promise.all(all);
  await one.close();
});

test('what cannot be drawn is refused, and tried again the next time', async () => {
  const { one, became } = watched();
  const broken: Picture = { ...map, model: { kind: 'nothing' } };
  await expect(one.paint(broken, 'dark')).rejects.toThrow();
  await expect(one.paint(broken, 'dark')).rejects.toThrow();
  expect(became).toEqual(['failed', 'failed']);
  await one.close();
});

test('where more are wanted at once than are drawn in time, the last are not drawn', async () => {
  const { one, became } = watched();
  const worlds = Array.from({ length: 45 }, (_, number) => ({ ...map, model: { ...map.model, heading: `${number}` } }));
  const drawn = await Promise.all(worlds.map((each) => one.paint(each, 'light')));
  expect(drawn.map((png) => png !== undefined)).toEqual(worlds.map((_, number) => number < 40));
  expect(became.sort()).toEqual([...times(40, 'drawn'), ...times(5, 'refused')]);
  const [, , , , last] = worlds.slice(40);
  expect(last && (await one.paint(last, 'light'))).toBeDefined();
  await one.close();
});

test('however many are drawn, what they took is let go of', async () => {
  const one = openPainter();
  const some = async (from: number) => {
    for (let number = from; number < from + 40; number += 1)
      await one.paint({ ...map, model: { ...map.model, heading: `${number}` } }, 'light');
    return process.memoryUsage().rss / 2 ** 20;
  };
  await some(0);
  const before = await some(40);
  await some(80);
  // 80 pictures of 800 by 600 pixels take twice as much where they are kept.
  expect((await some(120)) - before).toBeLessThan(80);
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

test.each(['start', 'middle', 'end'])(
  'letters set from their %s are outlined where a drawer of fonts sets them',
  (anchor) => {
    const text = 'ns-2048.awsdns-64.co.uk & "x<y"';
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const style = `font-size="24" font-family="Noto Sans" text-anchor="${anchor}" fill="red"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60"><text transform="translate(3,2)" x="450" y="28" ${style}>${escaped}</text></svg>`;
    const fonts = { fontFiles: [fileOf('regular')], loadSystemFonts: false };
    const [theirs, ours] = [
      new Resvg(svg, { font: fonts }),
      new Resvg(outlined(svg), { font: { loadSystemFonts: false } }),
    ];
    const [there, here] = [theirs.getBBox(), ours.getBBox()];
    const edges = (box = there) => [box?.x ?? 0, box?.y ?? 0, (box?.x ?? 0) + (box?.width ?? 0)];
    const apart = edges(there).map((edge, index) => Math.abs(edge - (edges(here)[index] ?? 0)));
    // They kern.
    expect(Math.max(...apart)).toBeLessThan(4);
    expect(outlined(svg)).toContain('fill="red"');
  },
);

test('lines stand below each other where a drawer of fonts sets them', () => {
  const style = 'font-size="24" font-family="Noto Sans" text-anchor="middle"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><text transform="translate(90,28)" ${style}><tspan>6</tspan><tspan x="0" dy="32">of 12</tspan><tspan x="0" dy="32"/></text><text x="1"/></svg>`;
  const fonts = { fontFiles: [fileOf('regular')], loadSystemFonts: false };
  const there = new Resvg(svg, { font: fonts }).getBBox();
  const here = new Resvg(outlined(svg), { font: { loadSystemFonts: false } }).getBBox();
  for (const edge of ['x', 'y', 'width', 'height'] as const)
    expect(Math.abs((here?.[edge] ?? 0) - (there?.[edge] ?? 0))).toBeLessThan(1);
});

test.each(['regular', 'bold'] as const)('every %s letter is drawn as a drawer of fonts draws it', (weight) => {
  const letters = Array.from({ length: 0x17f - 0x20 }, (_, index) => String.fromCodePoint(0x21 + index));
  const visible = letters.filter((letter) => canWrite(letter) && !/[<&\p{C}\p{Z}]/u.test(letter));
  const fonts = { fontFiles: [fileOf('regular'), fileOf('bold')], loadSystemFonts: false };
  const unlike = visible.filter((letter) => {
    const style = `x="20" y="70" font-size="60" font-family="Noto Sans" font-weight="${weight === 'bold' ? 700 : 400}"`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text ${style}>${letter}</text></svg>`;
    const there = new Resvg(svg, { font: fonts }).render().pixels;
    const here = new Resvg(outlined(svg), { font: { loadSystemFonts: false } }).render().pixels;
    // Numbers are rounded to a thousandth of the size, so that edges are a shade lighter or darker.
    return there.some((value, index) => Math.abs(value - (here[index] ?? 0)) > 64);
  });
  expect(visible.length).toBeGreaterThan(300);
  expect(unlike).toEqual([]);
});

test('text that does not stand in lines is not left out of a picture without a word', () => {
  expect(() => outlined('<svg><text x="1">one <tspan>two</tspan></text></svg>')).toThrow('in lines');
});
