// npm run screenshots: every screen of the app as a picture, to be looked at; those of the guide are kept.
// npm run screenshots -- overview export: these only.
import path from 'node:path';
import { build } from '../build.mjs';
import { runWithElectron } from '../electron/run.mjs';

await build();
const take = path.resolve(import.meta.dirname, '../../test/screenshots/take.ts');
process.exitCode = await runWithElectron([process.execPath, take, ...process.argv.slice(2)]);
