// npm run -s cli -- COMMAND: the product's command line, from the sources as they are. Nothing else is printed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from '../build.mjs';

await build();
const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const child = spawn(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD, // where the person typed it: npm itself moves to the project's folder
});
child.on('exit', (code) => process.exit(code ?? 1));
