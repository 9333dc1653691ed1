import type { Arrow, Change, Group, Line, Place, WorldMap } from './world-map.ts';

/** The later of two maps of a domain, with what is new in it marked, and what is gone shown once more and marked so. */
export function marked(before: WorldMap, after: WorldMap): WorldMap {
  return {
    ...after,
    places: together(before.places, after.places, markedPlace, (place) => ({ ...place, change: 'gone' })),
    arrows: together(before.arrows, after.arrows, markedArrow, (arrow) => ({ ...arrow, change: 'gone' })),
  };
}

/** Those of both by id: the earlier ones where they were, whatever has become of them, and behind them the new ones. */
function together<Thing extends { readonly id: string; readonly change?: Place['change'] }>(
  before: readonly Thing[],
  after: readonly Thing[],
  mark: (old: Thing, now: Thing) => Thing,
  leave: (old: Thing) => Thing,
): readonly Thing[] {
  const kept = before.flatMap((old) => {
    const now = after.find(({ id }) => id === old.id);
    return now ? [mark(old, now)] : 'who' in old || 'from' in old ? [leave(old)] : [];
  });
  const added = after.filter(({ id }) => before.every((old) => old.id !== id));
  return [...kept, ...added.map((each): Thing => ({ ...each, change: 'new' }))];
}

function markedPlace(old: Place, now: Place): Place {
  if (old.who === undefined && now.who !== undefined) return { ...now, change: 'new' };
  const groups = groupsOf(old.groups, now.groups);
  const isOther = old.who !== now.who;
  const isChanged = isOther || groups.some(({ lines }) => lines.some(({ change }) => change));
  return { ...now, groups, ...(isChanged && { change: 'changed' as const }) };
}

/** Groups by their label and place. */
function groupsOf(old: readonly Group[], now: readonly Group[]): readonly Group[] {
  const kept = now.map((group, place) => {
    const was = old.find(({ label }, at) => (label ?? `${at}`) === (group.label ?? `${place}`));
    return { ...group, lines: linesOf(was?.lines ?? [], group.lines) };
  });
  const gone = old
    .filter((group, at) => now.every(({ label }, place) => (label ?? `${place}`) !== (group.label ?? `${at}`)))
    .map((group) => ({ ...group, lines: group.lines.map((line) => changed(line, 'gone')) }));
  return [...kept, ...gone];
}

function linesOf(old: readonly Line[], now: readonly Line[]): readonly Line[] {
  const isIn = (lines: readonly Line[], { text }: Line) => lines.some((line) => line.text === text);
  return [
    ...now.map((line) => (isIn(old, line) ? line : changed(line, 'new'))),
    ...old.filter((line) => !line.isNone && !isIn(now, line)).map((line) => changed(line, 'gone')),
  ];
}

const changed = (line: Line, change: Change): Line => ({ ...line, change });

const markedArrow = (old: Arrow, now: Arrow): Arrow =>
  old.sentence === now.sentence && old.state === now.state ? now : { ...now, change: 'changed' };
