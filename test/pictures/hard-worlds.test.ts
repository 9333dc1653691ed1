import { describe, expect, test } from 'vitest';
import { THEMES } from '../../src/base/picture.ts';
import { importInternet } from '../../src/dns/export/import-internet.ts';
import { name } from '../../src/dns/name.ts';
import { type LaidOutModel, layOut } from '../../src/pictures/picture-model.ts';
import { pictures } from '../../src/pictures/pictures.ts';
import { svgOf } from '../../src/pictures/svg.ts';
import { ask } from '../../src/world/ask.ts';
import { ownWorld, START, type World } from '../../src/world/world.ts';
import { flawsOf, readScene } from '../support/svg-geometry.ts';
import { aWorld, catalogue, copyNameServers, createZone, played, register, setNameServers } from '../support/world.ts';

const LABEL = 'a'.repeat(63);
const LONGEST = `${LABEL}.${LABEL}.${LABEL}.${'b'.repeat(57)}.com`;

const zoneText = (origin: string, lines: readonly string[], server = 'ns1'): World => {
  const soa = `@ SOA ${server} ${server} 1 7200 900 1209600 300`;
  const text = [`$ORIGIN ${origin}.`, '$TTL 300', soa, ...lines].join('\n');
  const read = importInternet(new Map([['own', text]]));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return ownWorld(catalogue, read.value, START);
};

const THIRTEEN = Array.from({ length: 13 }, (_, index) => `ns${index + 1}.mine.com`);
const mine = () => played(aWorld(), register('mine.com', 'route53'));
/** What is hard to draw, with the domain that is drawn. */
const HARD: Readonly<Record<string, () => readonly [World, string]>> = {
  'an empty world': () => [aWorld(), 'mine.com'],
  'a domain of an unknown suffix': () => [aWorld(), 'mine.nosuch'],
  'a name of 253 letters': () => [
    zoneText(LONGEST, ['@ NS ns1.example.net.', '@ A 192.0.2.1'], 'ns1.example.net.'),
    LONGEST,
  ],
  'a name without a place to break it': () => [
    played(aWorld(), register(`${'w'.repeat(63)}.com`, 'hover')),
    `${'w'.repeat(63)}.com`,
  ],
  'an international name': () => [played(aWorld(), register('xn--mnchen-3ya.com', 'hover')), 'xn--mnchen-3ya.com'],
  'an international name without letters for it': () => [
    played(aWorld(), register('xn--fiq228c.com', 'hover')),
    'xn--fiq228c.com',
  ],
  '200 records': () => [
    zoneText('mine.com', [
      '@ NS ns1',
      ...Array.from({ length: 200 }, (_, index) => `h${index} A 192.0.2.${index + 1}`),
      'ns1 A 192.0.2.1',
    ]),
    'mine.com',
  ],
  'a record of 4,000 letters': () => [
    zoneText('mine.com', [
      '@ NS ns1',
      'ns1 A 192.0.2.1',
      `@ TXT ${Array.from({ length: 16 }, () => `"${'x'.repeat(250)}"`).join(' ')}`,
    ]),
    'mine.com',
  ],
  // No registrar here takes as many, but a zone may name them.
  '13 name servers': () => [
    zoneText(
      'mine.com',
      THIRTEEN.flatMap((server, index) => [`@ NS ${server}.`, `${server}. A 192.0.2.${index + 1}`]),
    ),
    'mine.com',
  ],
  'name servers that have no zone of it': () => [
    played(mine(), setNameServers('mine.com', 'ns1.hover.com', 'ns2.hover.com')),
    'mine.com',
  ],
  'a CNAME in a circle': () => [
    zoneText('mine.com', ['@ NS ns1', 'ns1 A 192.0.2.1', 'www CNAME ftp', 'ftp CNAME www']),
    'mine.com',
  ],
  'name servers in a circle': () => [
    zoneText('mine.com', ['@ NS ns1', 'ns1 A 192.0.2.1', 'sub NS ns.other', 'other NS ns.sub']),
    'sub.mine.com',
  ],
  'seven zones of one name': () => [
    played(
      mine(),
      ...Array.from({ length: 6 }, () => createZone('mine.com', 'route53')),
      copyNameServers('mine.com', 'route53', 'Z6'),
    ),
    'mine.com',
  ],
};

const drawings = Object.entries(HARD).flatMap(([what, make]) => {
  const [world, domain] = make();
  const of = name(domain);
  const seen = [
    pictures.map(world, of),
    pictures.pair(aWorld(), world, of),
    pictures.trace(
      ask(world, { qname: name(domain.length > 240 ? domain : `www.${domain}`), qtype: 'A' }, 'fresh'),
      world,
    ),
    pictures.clock(world, of),
  ];
  return seen.map((picture) => ({
    what: `${what}: ${picture.name}`,
    picture,
    drawing: layOut(picture.model as LaidOutModel),
  }));
});

test.each(drawings)('$what is readable', ({ drawing }) => {
  for (const theme of THEMES) expect(flawsOf(readScene(svgOf(drawing, theme)))).toEqual([]);
  expect(drawing.height).toBeLessThan(9000);
});

const mapOf = (what: keyof typeof HARD | string): string => {
  const found = drawings.find((each) => each.what === `${what}: map`);
  if (!found) throw new Error(what);
  return readScene(svgOf(found.drawing, 'light'))
    .texts.map(({ text }) => text)
    .join(' ');
};

describe('nothing is cut without saying how much', () => {
  test.each([
    ['200 records', 'and 198 more'],
    ['13 name servers', 'and 9 more'],
    ['seven zones of one name', 'and 3 more zones of it'],
    ['seven zones of one name', 'zone Z6'],
    ['a record of 4,000 letters', 'more)'],
    ['an international name', 'münchen.com'],
    ['an empty world', 'Nobody holds or hosts it'],
  ])('%s: %s', (what, said) => {
    expect(mapOf(what)).toContain(said);
  });

  test('the longest name is all there', () => {
    expect(mapOf('a name of 253 letters').replaceAll(' ', '')).toContain(LONGEST);
  });

  test('a name in letters that the font has not is shown as it is typed', () => {
    const shown = mapOf('an international name without letters for it');
    expect(shown).toContain('xn--fiq228c.com');
    expect(shown).not.toContain('中文');
  });
});
