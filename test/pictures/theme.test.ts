import { expect, test } from 'vitest';
import { THEMES } from '../../src/base/picture.ts';
import { ABOVE, BELOW, contrast, PALETTES } from '../../src/pictures/theme.ts';

test('black on white is 21 to 1, and a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#777777')).toBe(1);
  // The example of WCAG's own understanding of §1.4.3: the lightest grey that does.
  expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

test.each(THEMES)('whatever is written in the %s theme stands out from whatever it may be written on', (theme) => {
  const palette = PALETTES[theme];
  const pale = BELOW.flatMap((below) =>
    ABOVE.flatMap((above) => {
      const ratio = contrast(palette[above], palette[below]);
      return ratio < 4.5 ? [`${above} on ${below}: ${ratio.toFixed(2)}`] : [];
    }),
  );
  expect(pale).toEqual([]);
});
