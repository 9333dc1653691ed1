/**
 * The map of one domain: who holds what of it, who told whom, who pays whom, and where the delegation points. Places keep
 * where they are from one picture to the next. `map-of.ts` reads it off a world, `marked.ts` says what has changed,
 * `lay-out-map.ts` draws it, and `describe-map.ts` and `map-twin.ts` say the same in words and in characters.
 */
export interface WorldMap {
  readonly kind: 'map';
  /** As it is typed. */
  readonly domain: string;
  /** In the letters of its language, where that differs and there are letters for it. */
  readonly spoken?: string;
  /** Which jobs the company of the running example has. */
  readonly caption: string;
  /** The world's clock, in UTC. */
  readonly at: string;
  readonly places: readonly Place[];
  readonly arrows: readonly Arrow[];
  readonly faults: readonly MapFault[];
  /** Set where it is one of two, above the other. */
  readonly heading?: string;
}

/** Where a place stands; at hosts, one below the other. */
export type Slot = 'registrant' | 'registrar' | 'registry' | 'host';
export type Change = 'new' | 'gone';

export interface Place {
  readonly id: string;
  readonly slot: Slot;
  /** `Registrar`. */
  readonly job: string;
  /** `Amazon Route 53`; absent where nobody has the job. */
  readonly who?: string;
  /** Whether it is the company of the running example. */
  readonly isExample?: true;
  readonly groups: readonly Group[];
  readonly change?: Change | 'changed';
}
/** Lines under a word for what they are; `more` are left out. */
export interface Group {
  readonly label?: string;
  readonly lines: readonly Line[];
  readonly more?: number;
}
export interface Line {
  readonly text: string;
  readonly change?: Change;
  /** Says only that there is nothing. */
  readonly isNone?: true;
}

export interface Arrow {
  readonly id: string;
  /** Ids of places. */
  readonly from: string;
  readonly to: string;
  readonly kind: 'pays' | 'tells' | 'delegates' | 'company';
  /** What stands beside it, in a few words. */
  readonly label: string;
  /** The same as a sentence with both ends in it. */
  readonly sentence: string;
  readonly state: 'whole' | 'partly' | 'pending' | 'broken';
  readonly change?: Change | 'changed';
}

/** Something amiss, and the place or arrow that is crossed for it. */
export interface MapFault {
  readonly at: string;
  readonly sentence: string;
}
