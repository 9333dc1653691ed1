import type { Theme } from '../base/picture.ts';

/**
 * What a colour is for. `page`, `card` and the tints lie below others; `ink`, `quiet`, `good`, `bad`, `accent` and `mark`
 * are written or drawn on them. No meaning hangs on colour alone: whatever is `bad` is crossed, broken or said besides.
 */
export type Role =
  | 'page'
  | 'card'
  | 'tint'
  | 'new'
  | 'fault'
  | 'ink'
  | 'quiet'
  | 'line'
  | 'accent'
  | 'good'
  | 'bad'
  | 'mark';
export type Palette = Readonly<Record<Role, string>>;

/** Every role to be read stands out from every role below it by 4.5 to 1 at least. WCAG 2.2 §1.4.3, 2023-10-05. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#ffffff',
    card: '#f4f5f7',
    tint: '#fdebd3',
    new: '#dcf3e2',
    fault: '#fde3e1',
    ink: '#1c1e21',
    quiet: '#4f5660',
    line: '#6b7380',
    accent: '#8a4b00',
    good: '#0b6635',
    bad: '#a8151b',
    mark: '#1b4fb8',
  },
  dark: {
    page: '#1e1f22',
    card: '#2b2d31',
    tint: '#4a3517',
    new: '#17402a',
    fault: '#552528',
    ink: '#f2f3f5',
    quiet: '#c0c4cb',
    line: '#9aa0aa',
    accent: '#ffc074',
    good: '#7ee2a3',
    bad: '#ffb3b0',
    mark: '#a9c7ff',
  },
};

/** Roles that others are written on, and those that are written on them. */
export const BELOW = ['page', 'card', 'tint', 'new', 'fault'] as const satisfies readonly Role[];
export const ABOVE = ['ink', 'quiet', 'accent', 'good', 'bad', 'mark'] as const satisfies readonly Role[];

/** How far two colours stand apart, 1 to 21; each as `#rrggbb`. WCAG 2.2, contrast ratio. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Of sRGB, 0 to 1. WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
