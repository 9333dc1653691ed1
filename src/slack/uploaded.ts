import type { Picture } from '../base/picture.ts';

/** The pictures of a reply as files of the workspace, by their ids; the words of one that is missing stand in for it. */
export type Uploaded = ReadonlyMap<Picture, string>;
export const NOTHING_UPLOADED: Uploaded = new Map();
