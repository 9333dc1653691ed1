import { ALONE_PACK } from './own-pack.ts';

export interface BadPack {
  readonly what: string;
  readonly name: string;
  readonly octets: Uint8Array;
  /** What is said of it. */
  readonly said: string;
}

const from = (what: string, text: string, said: string): BadPack => ({
  ...{ what, name: 'ours.yaml', octets: Buffer.from(text), said },
});
const but = (what: string, [old, now]: readonly [string, string], said: string): BadPack => {
  if (!ALONE_PACK.includes(old)) throw new Error(`the pack has no ${old}`);
  return from(what, ALONE_PACK.replace(old, now), said);
};

/** Nine lists, each nine times the one before it: a billion words, were it read. */
const BOMB = `a0: &a0 [${'lol, '.repeat(9)}]\n${Array.from(
  { length: 9 },
  (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]\n`,
).join('')}`;

/** What people send that is no pack, each with what they are told. */
// biome-ignore format: a table reads down its columns
export const BAD_PACKS: readonly BadPack[] = [
  from('nothing',             '',                                              'Nothing was added'),
  from('prose',               'Is this thing on?',                             'Nothing was added'),
  from('a bomb of aliases',   BOMB,                                            'Anchors and aliases are not read here'),
  but('an anchor',            ['title: Our', 'title: &x Our'],                 'line 1: Anchors and aliases are not read here'),
  but('a key twice',          ['    kind: typed', '    kind: typed\n    kind: typed'], 'Map keys must be unique'),
  but('a tab',                ['    kind: typed', '\tkind: typed'],            'abs'),
  but('an unknown field',     ['    rationale: Three are.', '    rational: Three are.'], '`rationale`'),
  but('no such fact',         ['key: { type: count, value: 3 }', 'key: { fact: phase-of-the-moon }'], 'phase-of-the-moon'),
  but('no such concept',      ['concept: our-rota\n    stem: Two', 'concept: our-rotta\n    stem: Two'], 'our-rotta'),
  but('an id that is taken',  ['id: ours.two', 'id: ours.how-many'],           'ours.how-many'),
  but('a tag of some program', ['value: 3', 'value: !!js/function "() => process.exit(3)"'], 'Tags are not read here'),
  but('a key that is a lure', ['value: 2, misc', 'value: 3, misc'],            'The tempting value "3" is the key'),
  from('deep nesting',        `items: ${'['.repeat(50_000)}`,                   'Nothing was added'),
  { what: '10 MB', name: 'ours.yaml', octets: Buffer.alloc(10 * 1024 * 1024, 'a: b\n'), said: 'That file has 10.0 MiB, and I take at most 256 KiB.' },
  { what: 'UTF-16', name: 'ours.yaml', octets: Buffer.from(`\ufeff${ALONE_PACK}`, 'utf16le'), said: 'That is text in UTF-16.' },
  { what: 'Latin-1', name: 'ours.yaml', octets: Buffer.from(ALONE_PACK.replace('Our own', 'Größere'), 'latin1'), said: 'not UTF-8: line 1 ' },
  { what: 'a control character', name: 'ours.yaml', octets: Buffer.from(ALONE_PACK.replace('Three are', 'Three\0are')), said: 'control character' },
  { what: 'a picture', name: 'ours.yaml', octets: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), said: 'That is a PNG picture.' },
];
