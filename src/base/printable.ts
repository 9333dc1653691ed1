/**
 * The text with everything that could steer a terminal made visible, so that nothing a learner or a pack wrote can move
 * the cursor, colour the screen or turn the reading direction. Line breaks stay; every kind of them becomes `\n`.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
    .replace(STEERING, (character) => pictureOf(character.codePointAt(0) ?? 0));

/** The same on one line. */
export const printableLine = (text: string): string => printable(text).replace(/\s*\n\s*/g, ' ');

/** Control and format characters but the line break and the joiner in emoji; halves of surrogate pairs. */
const STEERING = /(?![\n\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

const DELETE = 0x7f;
/** Unicode's pictures of the control codes 0 to 31: `␛` for ESC. */
const CONTROL_PICTURES = 0x2400;

function pictureOf(code: number): string {
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  return code === DELETE ? '␡' : '\ufffd';
}
