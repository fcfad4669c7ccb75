// Each file of tests that runs at the same time has a display of its own (scripts/electron/run.mjs).
const display = process.env.WRES_DISPLAYS?.split(' ')[Number(process.env.VITEST_POOL_ID) - 1];
if (display) process.env.DISPLAY = display;
