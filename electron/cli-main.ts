import { runCli } from './cli.ts';

/** The command line under Node: `npm run -s cli -- …`. The packaged app hands its own commands to `runCli` too. */
process.exitCode = await runCli(process.argv.slice(2), {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  now: () => new Date(),
});
