import { inLines } from '../lines.ts';
import { type Drawing, LEADING, type Point, part, type Shape, TEXT, TITLE, WIDTH } from '../shape.ts';
import type { Role } from '../theme.ts';
import { type Card, layOutCard } from './lay-out-card.ts';
import { placeTitle } from './part-titles.ts';
import type { Arrow, Place, Slot, WorldMap } from './world-map.ts';

const MARGIN = 16;
/** The registrar's side, the DNS host's side, and between them the way of the delegation. */
const LEFT = { x: MARGIN, width: 360 } as const;
const RIGHT = { x: 432, width: 336 } as const;
/** Between a place and the one below it, where the arrow has its words beside it. */
const GAP = 3 * LEADING + 20;
const HOST_GAP = 36;
const LEAST: Readonly<Record<Slot, number>> = { registrant: 2, registrar: 3, registry: 7, host: 9 };

/** Lays a map out: the registrant above, on the left who leads, on the right who answers. */
export function layOutMap(map: WorldMap): Drawing {
  const head = layOutHead(map);
  const cards = layOutCards(map, head.bottom);
  const bottom = Math.max(...[...cards.values()].map(({ y, height }) => y + height), head.bottom) + MARGIN;
  const arrows = map.arrows.flatMap((arrow, place) => layOutArrow(map, arrow, cards, place));
  const faults = layOutFaults(map, cards, bottom);
  const places = map.places.flatMap((place) => {
    const card = cards.get(place.id);
    return card ? [part('party', placeTitle(place), card.shapes)] : [];
  });
  return {
    ...{ width: WIDTH, height: faults.bottom + MARGIN, title: `Map of ${map.domain}` },
    shapes: [...head.shapes, ...places, ...arrows, ...faults.shapes],
  };
}

function layOutHead({ domain, spoken, caption, at, heading }: WorldMap) {
  const room = WIDTH - 2 * MARGIN;
  const rows: readonly (readonly [text: string, size: number, ink: Role, weight?: 'bold'])[] = [
    ...(heading === undefined ? [] : [[heading, TITLE, 'mark', 'bold'] as const]),
    ...inLines(domain, { size: TITLE, weight: 'bold', room }).map((text) => [text, TITLE, 'ink', 'bold'] as const),
    ...(spoken === undefined
      ? []
      : inLines(spoken, { size: TEXT, room }).map((text) => [text, TEXT, 'quiet'] as const)),
    ...inLines(caption, { size: TEXT, weight: 'bold', room }).map((text) => [text, TEXT, 'accent', 'bold'] as const),
    [at, TEXT, 'quiet'],
  ];
  let y = MARGIN;
  const shapes = rows.map(([text, size, ink, weight]): Shape => {
    y += size + 8;
    return { kind: 'text', x: MARGIN, y: y - 8, text, size, ink, ...(weight && { weight }) };
  });
  return { shapes, bottom: y + MARGIN };
}

/** Every place's card by its id. */
function layOutCards(map: WorldMap, top: number): ReadonlyMap<string, Card> {
  const cards = new Map<string, Card>();
  const put = (place: Place, x: number, y: number, width: number): number => {
    const { id, slot } = place;
    const card = layOutCard(place, {
      // What stands behind all others keeps nothing in its place.
      ...{ x, y, width, least: slot === 'host' && place.who === undefined ? 0 : LEAST[slot] },
      isFaulty: map.faults.some(({ at }) => at === id),
      notes: notesOf(map, place),
    });
    cards.set(id, card);
    return y + card.height;
  };
  let y = top;
  for (const place of inSlot(map, 'registrant')) y = put(place, MARGIN, y, WIDTH - 2 * MARGIN - 16) + GAP;
  let left = y;
  for (const place of [...inSlot(map, 'registrar'), ...inSlot(map, 'registry')])
    left = put(place, LEFT.x, left, LEFT.width) + GAP;
  let right = y;
  for (const place of inSlot(map, 'host')) right = put(place, RIGHT.x, right, RIGHT.width) + HOST_GAP;
  return cards;
}

const inSlot = ({ places }: WorldMap, slot: Slot): readonly Place[] => places.filter((place) => place.slot === slot);

/** What has no room beside its arrow and is said in the place that the arrow leads to. */
function notesOf({ arrows, places }: WorldMap, { id, slot }: Place): readonly string[] {
  if (slot !== 'host') return [];
  const isFirst = places.find((place) => place.slot === 'host')?.id === id;
  return arrows
    .filter(({ to, kind }) => to === id && (kind !== 'pays' || !isFirst))
    .map(
      ({ kind, label, change }) =>
        `${kind === 'company' ? 'one company with the registrar' : label}${change ? ` (${change})` : ''}`,
    );
}

function layOutArrow(map: WorldMap, arrow: Arrow, cards: ReadonlyMap<string, Card>, place: number): readonly Shape[] {
  const [from, to] = [cards.get(arrow.from), cards.get(arrow.to)];
  if (!from || !to) return [];
  const isFirstHost = inSlot(map, 'host')[0]?.id === arrow.to;
  const shapes =
    arrow.kind === 'delegates'
      ? acrossTo(arrow, from, to, map.arrows.filter(({ kind }) => kind === 'delegates').indexOf(arrow))
      : arrow.kind === 'company'
        ? companyLine(arrow, from, to)
        : arrow.from === 'registrant' && to.x === RIGHT.x && !isFirstHost
          ? aroundTo(arrow, from, to, place)
          : downTo(arrow, from, to);
  return [part('arrow', arrow.sentence, shapes)];
}

const inkOf = ({ state, change, kind }: Arrow): Role =>
  state === 'broken' || change === 'gone' ? 'bad' : change ? 'mark' : kind === 'company' ? 'accent' : 'ink';
const isDashed = ({ state, change }: Arrow): boolean => state === 'broken' || state === 'pending' || change === 'gone';

function line(arrow: Arrow, points: readonly Point[]): Shape {
  const thickness = arrow.kind === 'delegates' || arrow.change ? 6 : 3;
  return {
    kind: 'path',
    points,
    ink: inkOf(arrow),
    thickness,
    arrow: true,
    ...(isDashed(arrow) && { dashed: true as const }),
  };
}

/** Straight down, its words beside it. */
function downTo(arrow: Arrow, from: Card, to: Card): readonly Shape[] {
  const x = to.x + 40;
  const [top, bottom] = [from.y + from.height, to.y];
  const words = inLines(
    `${arrow.label}${arrow.state === 'pending' ? ', not published yet' : ''}${arrow.change ? ` (${arrow.change})` : ''}`,
    {
      size: TEXT,
      room: to.width - 70,
    },
  );
  const first = Math.round((top + bottom) / 2) + 9 - ((words.length - 1) * LEADING) / 2;
  return [
    line(arrow, [
      [x, top],
      [x, bottom],
    ]),
    ...words.map(
      (text, index): Shape => ({
        kind: 'text',
        x: x + 28,
        y: first + index * LEADING,
        text,
        size: TEXT,
        ink: inkOf(arrow),
      }),
    ),
  ];
}

/** Down the right edge, past the hosts above. */
function aroundTo(arrow: Arrow, from: Card, to: Card, place: number): readonly Shape[] {
  const x = Math.min(WIDTH - 4, RIGHT.x + RIGHT.width + 10 + (place % 3) * 6);
  const [top, bottom] = [from.y + from.height, to.y + 24];
  return [
    line(arrow, [
      [from.x + from.width - 24, top],
      [from.x + from.width - 24, top + 12],
      [x, top + 12],
      [x, bottom],
      [to.x + to.width, bottom],
    ]),
  ];
}

/** From the registry through the middle to where the host's name servers answer. */
function acrossTo(arrow: Arrow, from: Card, to: Card, place: number): readonly Shape[] {
  const start = from.y + 40 + place * 26;
  const x = LEFT.x + LEFT.width + 14 + (place % 3) * 12;
  return [
    line(arrow, [
      [LEFT.x + LEFT.width, start],
      [x, start],
      [x, to.entry],
      [RIGHT.x, to.entry],
    ]),
    ...(arrow.state === 'broken'
      ? [{ kind: 'cross', x, y: Math.round((start + to.entry) / 2), ink: 'bad' } as const]
      : []),
  ];
}

/** Two lines close together: one company with two jobs. */
function companyLine(arrow: Arrow, from: Card, to: Card): readonly Shape[] {
  const [left, right] = [from.x + from.width, to.x];
  const y = Math.max(from.y, to.y) + 24;
  return [0, 10].map(
    (down): Shape => ({
      ...{ kind: 'path', ink: inkOf(arrow), thickness: 4 },
      points:
        to.y === from.y
          ? [
              [left, y + down],
              [right, y + down],
            ]
          : [
              [left, from.y + 24 + down],
              [left + 8 + down, from.y + 24 + down],
              [left + 8 + down, to.y + 24 + down],
              [right, to.y + 24 + down],
            ],
    }),
  );
}

/** A cross at each place or arrow that is at fault, and below the map what it is. */
function layOutFaults({ faults, arrows }: WorldMap, cards: ReadonlyMap<string, Card>, top: number) {
  const room = WIDTH - 2 * MARGIN - 28 - 48;
  let y = top;
  const shapes = faults.map(({ at, sentence }): Shape => {
    const lines = inLines(sentence, { size: TEXT, room });
    const height = lines.length * LEADING + 24;
    const box = y;
    y += height + 12;
    return part('fault', sentence, [
      ...crossAt(at, arrows, cards),
      { kind: 'box', x: MARGIN, y: box, width: WIDTH - 2 * MARGIN, height, fill: 'fault', edge: 'bad' },
      { kind: 'cross', x: MARGIN + 34, y: box + 12 + LEADING / 2, ink: 'bad' },
      ...lines.map(
        (text, index): Shape => ({
          kind: 'text',
          x: MARGIN + 68,
          y: box + 12 + index * LEADING + TEXT,
          text,
          size: TEXT,
          ink: 'bad',
        }),
      ),
    ]);
  });
  return { shapes, bottom: y };
}

function crossAt(at: string, arrows: readonly Arrow[], cards: ReadonlyMap<string, Card>): readonly Shape[] {
  const card = cards.get(at);
  if (card) return [{ kind: 'cross', x: card.x + card.width - 34, y: card.y + 34, ink: 'bad' }];
  const arrow = arrows.find(({ id }) => id === at);
  const [from, to] = [cards.get(arrow?.from ?? ''), cards.get(arrow?.to ?? '')];
  if (!arrow || !from || !to || arrow.state === 'broken') return [];
  if (arrow.kind === 'delegates') return [{ kind: 'cross', x: LEFT.x + LEFT.width + 28, y: to.entry, ink: 'bad' }];
  return [{ kind: 'cross', x: to.x + 40, y: Math.round((from.y + from.height + to.y) / 2), ink: 'bad' }];
}
