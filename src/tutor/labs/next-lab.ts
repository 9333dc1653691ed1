import type { Lab } from '../../labs/lab.ts';
import type { Content } from '../command.ts';
import { button, type Choice } from '../reply.ts';
import type { LabRun } from '../store/lab-runs.ts';
import { isOpen } from './lab-standing.ts';

/** The first lab that is not finished while all labs that it requires are; undefined after all. */
export function nextLab(content: Pick<Content, 'labs'>, runs: readonly LabRun[]): Lab | undefined {
  return [...content.labs.values()].find((lab) => isOpen(content, lab, runs));
}

/** A button that begins a lab, or goes on with it. */
export const labButton = ({ id, title }: Lab, label = `Lab: ${title}`): Choice => button(label, `/lab start ${id}`);
