import { loadMoves } from '../../src/moves/load-moves.ts';
import type { Move } from '../../src/moves/move.ts';

/** The text of a move: a domain that nobody uses yet is pointed at a new host. Fields of `over` take the place of its own. */
export function aMoveText(over: Readonly<Record<string, string>> = {}): string {
  const fields = {
    id: 'there',
    title: 'There',
    about: 'A first site.',
    scenario: '{ architecture: hosting-only, stage: registered }',
    seed: '15',
    'look-ups': "[{ ask: '{www} A', expect: ['{address}', '{parking}'] }]",
    steps: `[${STEPS.join(', ')}]`,
    outage: '0',
    wrong:
      '[{ order: [create, lead, fill], tempts: Records can wait., outage: 60 }, { order: [lead, create, fill], tempts: Slow things first., refused: lead, outage: 0 }]',
    lesson: 'Fill first.',
    sources: "['RFC 1034 §4.2.1']",
  };
  const written = { ...fields, ...over };
  return Object.entries(written)
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n');
}

const STEPS = [
  "{ id: create, text: 'A zone at {host}.', party: customer-at-host, do: [{ create-zone: host }] }",
  "{ id: fill, text: 'Its record.', party: customer-at-host, do: [{ add-record: 'host {www} A {address}' }] }",
  "{ id: lead, text: 'Its name servers.', party: registrant-at-registrar, do: [{ delegate-to: host }], wait: 1h }",
];

/** The one move of a text; throws with what is wrong with it, if anything is. */
export function aMove(over: Readonly<Record<string, string>> = {}): Move {
  const loaded = loadMoves('packs/parts', [{ path: 'packs/parts/moves/1.yaml', text: aMoveText(over) }]);
  if (!loaded.ok) throw new Error(loaded.problem.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return loaded.value[0]!;
}
