// npm start: builds the app and opens it.
import { build } from '../build.mjs';
import { electronFlags, runWithElectron } from '../electron/run.mjs';
import { tool } from '../tool.mjs';

await build();
process.exitCode = await runWithElectron([...tool('electron'), ...electronFlags, '.', ...process.argv.slice(2)]);
