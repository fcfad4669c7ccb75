// npm start: builds the app and opens it.
import { build } from '../build.mjs';
import { electronFlags, runWithElectron } from '../electron/run.mjs';

await build();
process.exitCode = await runWithElectron(['electron', ...electronFlags, '.', ...process.argv.slice(2)]);
