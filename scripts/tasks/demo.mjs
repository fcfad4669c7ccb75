// npm run demo: the main job without a window, done by the product's own commands. The sample plan becomes a plan file,
// the plan file is verified, and comes out in every layout and its plain twin.
import fs from 'node:fs';
import path from 'node:path';
import { runCli } from '../../electron/cli.ts';
import { builtInLayouts } from '../../shared/layout/built-in.ts';

const folder = path.resolve(import.meta.dirname, '../../demo');
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder);
process.chdir(folder);

const plan = 'Sample plan.wresplan';
await command('import', '../assets/sample-plan.json', plan);
await command('verify', plan);
await command('export', plan, 'Sample plan.json');
for (const { id } of builtInLayouts) {
  await command('export', plan, '--layout', id, `${id}.docx`);
  await command('export', plan, '--layout', id, '--plain', `${id} (plain).docx`);
}

console.log('\nWritten to demo/:');
for (const name of fs.readdirSync(folder).sort())
  console.log(`  ${name} (${Math.ceil(fs.statSync(name).size / 1024)} KB)`);
console.log('\nOpen the .docx files in Word or LibreOffice, and the .wresplan in the app (npm start).');

/** @param {string[]} args */
async function command(...args) {
  const code = await runCli(args, { out: console.log, error: console.error, now: () => new Date() });
  if (code !== 0) throw new Error(`This did not work: ${args.join(' ')}`);
}
