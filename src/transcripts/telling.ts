import type { LineNote } from './transcript.ts';

/**
 * What has to be said of a world that is made of a transcript: what was read and on which line, what stands in it
 * for what, what had to be assumed because nothing says it, and what was left out and why.
 */
export interface Telling {
  readonly kind: 'read' | 'stands-for' | 'assumed' | 'left-out';
  readonly line?: number;
  readonly text: string;
}

/** Collects tellings while a world is made. */
export interface Teller {
  readonly told: readonly Telling[];
  read(line: number, text: string): void;
  standsFor(text: string): void;
  assumed(text: string): void;
  leftOut(text: string, line?: number): void;
}

export function newTeller(passedOver: readonly LineNote[]): Teller {
  const told: Telling[] = passedOver.map(({ line, message: text }) => ({ kind: 'left-out', line, text }));
  const say = (telling: Telling) => {
    const isNew = !told.some(
      ({ kind, text, line }) => kind === telling.kind && text === telling.text && line === telling.line,
    );
    if (isNew) told.push(telling);
  };
  return {
    told,
    read: (line, text) => say({ kind: 'read', line, text }),
    standsFor: (text) => say({ kind: 'stands-for', text }),
    assumed: (text) => say({ kind: 'assumed', text }),
    leftOut: (text, line) => say({ kind: 'left-out', text, ...(line !== undefined && { line }) }),
  };
}
