import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Of scripts/electron/run.mjs: displays of which no other test has the focus. */
const displays = process.env.WRES_DISPLAYS?.split(' ') ?? [];

/** Files that take longest begin first, so that no core waits for one at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isLong = ({ moduleId }: TestSpecification) => /\/(histories|kills|accessibility)\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    maxWorkers: availableParallelism(),
    projects: [
      project('unit', { testTimeout: 30_000 }),
      project('integration', { testTimeout: 60_000, globalSetup: ['test/support/compiled.ts'] }),
      project('faults', {
        // A full run (npm run test:faults -- --full) takes as long as it takes.
        testTimeout: process.env.WRES_FAULTS === 'full' ? 6 * 60 * 60_000 : 600_000,
        globalSetup: ['test/faults/summary.ts', 'test/support/compiled.ts'],
      }),
      // Windows share a display and its focus: as many at a time as there are displays.
      project('e2e', {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        expect: { poll: { timeout: 20_000 } }, // a busy machine may be late: no test asserts a time
        maxWorkers: Math.max(1, displays.length),
        sequence: { groupOrder: 1 }, // not beside the others
        setupFiles: ['test/support/own-display.ts'],
      }),
      // With LibreOffice, where there is one: npm run test:libreoffice.
      project('libreoffice', { testTimeout: 60_000 }),
      // The packaged app, where `npm run package` has just made it.
      project('package', { testTimeout: 60_000, fileParallelism: false }),
    ],
  },
});

function project(name: string, settings: TestProjectInlineConfiguration['test']) {
  return { test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...settings } };
}
