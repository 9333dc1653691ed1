import { assertNever } from '../base/result.ts';
import type { Weight } from './fonts.ts';
import type { Role } from './theme.ts';

/** A point, in units of which a picture is `WIDTH` wide; down is more. */
export type Point = readonly [x: number, y: number];

/** What a picture is made of, in the order in which it is laid down. Coordinates are whole numbers. */
export type Shape =
  | Text
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Role;
      readonly edge?: Role;
      readonly thickness?: number;
      readonly dashed?: true;
      readonly round?: number;
    }
  | {
      readonly kind: 'path';
      readonly points: readonly Point[];
      readonly ink: Role;
      readonly thickness?: number;
      readonly dashed?: true;
      /** Whether its last end has a point. */
      readonly arrow?: true;
    }
  /** A cross over whatever is broken there, `x` and `y` its middle. */
  | { readonly kind: 'cross'; readonly x: number; readonly y: number; readonly ink: Role }
  /** One thing with a name of its own; `of` is what kind of thing, and the picture's description has `title` in it. */
  | { readonly kind: 'part'; readonly of: PartKind; readonly title: string; readonly shapes: readonly Shape[] };

export interface Text {
  readonly kind: 'text';
  readonly x: number;
  /** Of the line that it stands on. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly ink: Role;
  readonly weight?: Weight;
  readonly anchor?: 'start' | 'middle' | 'end';
}
export type PartKind = 'party' | 'arrow' | 'fault' | 'step' | 'bar' | 'note';

/** A picture laid out. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly shapes: readonly Shape[];
}

/** All pictures are this wide, and shown half as wide on a phone. */
export const WIDTH = 800;
/** The smallest letters: twelve pixels on a phone. */
export const TEXT = 24;
export const TITLE = 32;
/** From one line to the next. */
export const LEADING = 32;

export const part = (of: PartKind, title: string, shapes: readonly Shape[]): Shape => ({
  ...{ kind: 'part', of, title, shapes },
});

/** A shape moved down. */
export function moved(shape: Shape, down: number): Shape {
  switch (shape.kind) {
    case 'text':
    case 'box':
    case 'cross':
      return { ...shape, y: shape.y + down };
    case 'path':
      return { ...shape, points: shape.points.map(([x, y]) => [x, y + down] as const) };
    case 'part':
      return { ...shape, shapes: shape.shapes.map((each) => moved(each, down)) };
    default:
      return assertNever(shape);
  }
}
