import { loadContent } from '../../src/tutor/load-content.ts';
import { TOP } from './top.ts';

export { TOP };
/** The project's own content, loaded once a test file. */
export const content = loadContent(TOP);
