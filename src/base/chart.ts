/** Charts of scores, as plain values: what is drawn, and said in words. */
export type Chart = BarChart | WeekChart | HeatMap;

/** A bar for each of some things, all on one axis from 0 to 1. */
export interface BarChart {
  readonly kind: 'bars';
  readonly title: string;
  readonly rows: readonly ChartRow[];
  /** What is left out, and what it is, as `7 concepts that you recall better`. */
  readonly left?: string;
}
export interface ChartRow {
  readonly label: string;
  /** What the bar says in words. */
  readonly value: string;
  /** 0 to 1. */
  readonly share: number;
  /** Set apart in colour: what is right or best, or what needs work. The label or the value says so too. */
  readonly tone?: 'right' | 'needed';
}

/** Responses week by week, the earliest first, and how many of them were right at first try. */
export interface WeekChart {
  readonly kind: 'weeks';
  readonly title: string;
  /** At most 8, or their numbers have no room beside each other. */
  readonly weeks: readonly ChartWeek[];
  /** On so many days there must be practice for a week to be kept. */
  readonly keptDays: number;
  /** Those before them, which are left out, all together; undefined if there are none. */
  readonly earlier?: Pick<ChartWeek, 'responses' | 'right'> & { readonly weeks: number };
}
export interface ChartWeek {
  /** Its Monday, as `03-02`. */
  readonly label: string;
  readonly responses: number;
  readonly right: number;
  /** Whether there was practice on `keptDays` at least. */
  readonly isKept: boolean;
}

/** How much was right at first try, by thing and by column. */
export interface HeatMap {
  readonly kind: 'heat';
  readonly title: string;
  /** At most 6, each as short as `03-02`. */
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
  /** Why nothing is told in a cell, as `fewer than 3 learners`. */
  readonly untold: string;
  readonly left?: string;
}
export interface HeatRow {
  readonly label: string;
  /** One for each column; null where nothing is told. */
  readonly cells: readonly (HeatCell | null)[];
}
export interface HeatCell {
  readonly right: number;
  readonly responses: number;
}
