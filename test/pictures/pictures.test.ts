import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/base/picture.ts';
import { THEMES, TWIN_COLUMNS } from '../../src/base/picture.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { childOf, type Name } from '../../src/dns/name.ts';
import { type LaidOutModel, layOut } from '../../src/pictures/picture-model.ts';
import { pictures } from '../../src/pictures/pictures.ts';
import { svgOf } from '../../src/pictures/svg.ts';
import { ask } from '../../src/world/ask.ts';
import { type PicturedWorld, picturedWorlds } from '../support/pictured-worlds.ts';
import { flawsOf, readScene } from '../support/svg-geometry.ts';

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);

/** Every kind of picture of a world. */
const KINDS: Readonly<Record<string, (of: PicturedWorld) => Picture>> = {
  map: ({ after, domain }) => pictures.map(after, domain),
  'map with what has changed': ({ before, after, domain }) => pictures.map(after, domain, { before }),
  'map with a cause': ({ after, domain }) => pictures.map(after, domain, { cause: diagnose(after, domain) }),
  pair: ({ before, after, domain }) => pictures.pair(before, after, domain),
  'look-up': ({ after, domain }) => pictures.trace(ask(after, { qname: www(domain), qtype: 'A' }, 'fresh'), after),
  'look-up that checks signatures': ({ after, domain }) =>
    pictures.trace(ask(after, { qname: domain, qtype: 'MX' }, 'fresh-validating'), after),
  clock: ({ after, domain }) => pictures.clock(after, domain),
};
const www = (domain: Name): Name => childOf('www', domain);

const drawn = ({ model }: Picture) => layOut(model as LaidOutModel);

describe.each(Object.entries(KINDS))('%s', (_, draw) => {
  const worlds = SEEDS.flatMap((seed) => picturedWorlds(seed));

  test('nothing overlaps, leaves the canvas, is too small or too pale, in light and dark, over 100 seeds', () => {
    for (const of of worlds) {
      const drawing = drawn(draw(of));
      for (const theme of THEMES) expect([of.what, flawsOf(readScene(svgOf(drawing, theme)))]).toEqual([of.what, []]);
    }
  });

  test('its description names every party, arrow, fault and step that is drawn', () => {
    for (const of of worlds) {
      const picture = draw(of);
      const { parts } = readScene(svgOf(drawn(picture), 'dark'));
      expect(parts.length).toBeGreaterThan(0);
      const unsaid = parts.filter(({ title }) => !said(picture.description).includes(said(title)));
      expect([of.what, unsaid]).toEqual([of.what, []]);
    }
  });

  test('its twin in characters keeps to its columns', () => {
    for (const of of worlds) {
      const wide = draw(of)
        .twin.split('\n')
        .filter((line) => [...line].length > TWIN_COLUMNS);
      expect([of.what, wide]).toEqual([of.what, []]);
    }
  });

  test('the same world is drawn in the same letters', () => {
    for (const of of worlds.slice(0, 30)) {
      expect(svgOf(drawn(draw(of)), 'light')).toBe(svgOf(drawn(structuredClone(draw(of))), 'light'));
    }
  });
});

/** As it is said, whatever the letters at the beginning. */
const said = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');
