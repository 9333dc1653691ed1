import { loadPack } from '../../src/items/load-pack.ts';
import type { Fault } from '../../src/labs/fault.ts';
import type { Lab } from '../../src/labs/lab.ts';
import { loadLabs } from '../../src/labs/load-labs.ts';
import { packFiles } from './pack.ts';

/** The text of a fault: a zone that nobody is led to. Fields of `over` take the place of its own, or go where they are empty. */
export const aFaultText = (over: Readonly<Record<string, string>> = {}): string =>
  textOf(
    {
      id: 'undelegated',
      family: 'delegation',
      title: 'A zone that nobody is led to',
      scenario: '{ architecture: hosting-only, stage: records }',
      cause: '[{ wait: 1h }]',
      acts: 'registrant-at-registrar',
      symptoms: "[{ ask: 'dig {www} A', see: '{parking}' }]",
      'wrong-fix': "{ do: [{ change-record: 'host {www} A {address}' }], why: It is right. }",
      'right-fix': '[{ delegate-to: host }]',
      'agreed-after':
        "{ sum: [{ fact: publication-delay }, { longest: [{ fact: delegation-ttl }, { fact: zone-ns-ttl, at: old-host }] }, { fact: answer-ttl, at: old-host, name: '{www}', type: A }] }",
      'agree-on': "{ ask: '{www} A', expect: '{address}' }",
      found: "['RFC 1034 §4.2.1']",
    },
    over,
  )
    .map((line, place) => `${place === 0 ? '-' : ' '} ${line}`)
    .join('\n');

/** The text of a lab with the fault above; the same holds for `over`. */
export const aLabText = (over: Readonly<Record<string, string>> = {}): string =>
  textOf(
    {
      id: 'lead-them',
      title: 'Lead them there',
      about: 'The old page is shown.',
      concepts: '[two-jobs]',
      fault: 'undelegated',
      story: "'Everybody still sees the old page at {www}.'",
      goal: "[{ ask: '{www} A', expect: '{address}', why: That is the web server., party: registrant-at-registrar }]",
      sources: "['RFC 1034 §4.2.1']",
    },
    over,
  ).join('\n');

function textOf(fields: Readonly<Record<string, string>>, over: Readonly<Record<string, string>>): readonly string[] {
  const all = Object.entries({ ...fields, ...over }).filter(([, value]) => value !== '');
  return all.map(([field, value]) => `${field}: ${value}`);
}

/** What faults and labs come to in the small pack of `packFiles`. */
export function labsOf(faults: readonly string[], labs: readonly string[] = []) {
  const pack = loadPack('packs/parts', packFiles());
  const file = (kind: string) => (text: string, place: number) => ({
    path: `packs/parts/${kind}/${place + 1}.yaml`,
    text,
  });
  return loadLabs(
    'packs/parts',
    [...faults.map(file('faults')), ...labs.map(file('labs'))],
    pack.ok ? pack.value : undefined,
  );
}

/** The one fault of a text; throws with what is wrong with it, if anything is. */
export function aFault(over: Readonly<Record<string, string>> = {}): Fault {
  const loaded = labsOf([aFaultText(over)]);
  if (!loaded.ok) throw new Error(loaded.problem.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return loaded.value.faults[0]!;
}

/** The one lab of a text; throws with what is wrong with it, if anything is. */
export function aLab(over: Readonly<Record<string, string>> = {}): Lab {
  const loaded = labsOf([aFaultText()], [aLabText(over)]);
  if (!loaded.ok) throw new Error(loaded.problem.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return loaded.value.labs[0]!;
}
