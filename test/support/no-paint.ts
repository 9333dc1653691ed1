import type { Paint } from '../../src/base/picture.ts';

/** Where nothing is drawn, so that whoever asks for it is told so. */
export const noPaint: Paint = () => Promise.reject(new Error('nothing is drawn here'));
