import { spawnSync } from 'node:child_process';
import { app } from 'electron';

/** Switches for a Linux without a display, and against Chromium's own lines on stderr. */
const quiet = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'];

/**
 * Runs one command of the command line in the packaged app, opens no window, and ends the app with its exit code.
 * On Linux it must be called before anything waits: Chromium looks for a display as soon as it can, and a switch that
 * is set from here comes too late, so the app starts itself once more with the switches.
 */
export async function runInTerminal(args: string[]): Promise<void> {
  if (process.platform === 'linux' && !process.argv.includes('--ozone-platform=headless')) {
    process.exit(spawnSync(process.execPath, [...quiet, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1);
  }
  await app.whenReady(); // files of others are read in a process of their own, and only a ready app may start one
  const { runCli } = await import('./cli.ts');
  const code = await runCli(args, {
    out: (line) => process.stdout.write(`${line}\n`),
    error: (line) => process.stderr.write(`${line}\n`),
    now: () => new Date(),
  });
  app.exit(code);
}
