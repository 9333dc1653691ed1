import { defineConfig, type Plugin } from 'vitest/config';
import { FAULTS, plant } from './faults.ts';

/** Runs our tests on the program with one fault in it: the one whose number `FAULT` says. No file is changed on disk. */
const fault = FAULTS[Number(process.env.FAULT)];
if (!fault) throw new Error(`FAULT is a number from 0 to ${FAULTS.length - 1}`);
const isPlanted = process.env.PLANT !== 'no';

const planting: Plugin = {
  name: 'plant-a-fault',
  enforce: 'pre',
  transform: (code, id) => (isPlanted && id.endsWith(`/src/${fault.file}`) ? plant(fault, code) : undefined),
};

export default defineConfig({
  plugins: [planting],
  test: {
    include: fault.tests.map((folder) => `test/${folder}/**/*.test.ts`),
    testTimeout: 60_000,
    bail: 1,
    watch: false,
    // Else a file that was read for one fault would be kept for the next.
    fsModuleCache: false,
  },
});
