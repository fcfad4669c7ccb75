import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      project('unit', { testTimeout: 10_000 }),
      project('integration', { testTimeout: 60_000 }),
      project('faults', {
        // A full run (npm run test:faults -- --full) takes as long as it takes.
        testTimeout: process.env.WRES_FAULTS === 'full' ? 6 * 60 * 60_000 : 180_000,
        globalSetup: ['test/faults/summary.ts'],
      }),
      // One real window after another: they share the display and its focus.
      project('e2e', { testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false }),
      // The packaged app, where `npm run package` has just made it.
      project('package', { testTimeout: 60_000, fileParallelism: false }),
    ],
  },
});

function project(
  name: string,
  settings: { testTimeout: number; hookTimeout?: number; fileParallelism?: boolean; globalSetup?: string[] },
) {
  return { test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...settings } };
}
