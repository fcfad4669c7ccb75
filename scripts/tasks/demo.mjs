// npm run demo: the main job without a window, done by the product's own command line. The sample plan becomes a plan
// file, the plan file is verified, and comes out in every layout and its plain twin.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { builtInLayouts } from '../../shared/layout/built-in.ts';
import { build } from '../build.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'demo');

await build();
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder);

const plan = path.join(folder, 'Sample plan.wresplan');
cli('import', path.join(root, 'assets/sample-plan.json'), plan);
cli('verify', plan);
cli('export', plan, path.join(folder, 'Sample plan.json'));
for (const { id } of builtInLayouts) {
  cli('export', plan, '--layout', id, path.join(folder, `${id}.docx`));
  cli('export', plan, '--layout', id, '--plain', path.join(folder, `${id} (plain).docx`));
}

console.log('\nWritten to demo/:');
for (const name of fs.readdirSync(folder).sort()) {
  console.log(`  ${name} (${Math.ceil(fs.statSync(path.join(folder, name)).size / 1024)} KB)`);
}
console.log('\nOpen the .docx files in Word or LibreOffice, and the .wresplan in the app (npm start).');

/** @param {string[]} args */
function cli(...args) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`The command line refused: ${args.join(' ')}`);
}
