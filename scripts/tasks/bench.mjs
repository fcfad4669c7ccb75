// npm run bench: measures the product against its floors, in one run.
import { build } from '../build.mjs';
import { runWithElectron } from '../electron/run.mjs';

await build();
process.exitCode = await runWithElectron(['vitest', 'run', '--project', 'bench', ...process.argv.slice(2)]);
