// npm run bench: measures the product against its floors, in one run, and prints a table.
// npm run bench -- start export: measures these only.
import path from 'node:path';
import { build } from '../build.mjs';
import { runWithElectron } from '../electron/run.mjs';

await build();
const bench = path.resolve(import.meta.dirname, '../../test/bench/bench.ts');
process.exitCode = await runWithElectron([process.execPath, '--expose-gc', bench, ...process.argv.slice(2)]);
