import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const electron: string = require('electron');
const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-utility-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test('SQLite opens in the main process and in a utility process of the Electron that the tests run in', async () => {
  const database = JSON.stringify(require.resolve('better-sqlite3'));
  const version = `new (require(${database}))(':memory:').prepare('select sqlite_version() as version').get().version`;
  write('package.json', '{ "name": "utility", "version": "1.0.0", "main": "main.js" }');
  write(
    'main.js',
    `const { app, utilityProcess } = require('electron');
     void app.whenReady().then(() => {
       const child = utilityProcess.fork(__dirname + '/child.js', ['one', 'two']);
       child.once('message', (answer) => {
         console.log(JSON.stringify({ main: ${version}, child: answer }));
         app.quit();
       });
       child.once('exit', () => app.exit(1));
       child.postMessage('which?');
     });`,
  );
  write(
    'child.js',
    `process.parentPort.once('message', ({ data }) => {
       process.parentPort.postMessage({ data, given: process.argv.slice(2), version: ${version} });
     });`,
  );

  const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
  const { stdout } = await promisify(execFile)(electron, [...flags, profile, folder], { timeout: 30_000 });

  const { main, child } = JSON.parse(stdout.trim());
  expect(main).toMatch(/^3\./);
  expect(child).toEqual({ data: 'which?', given: ['one', 'two'], version: main });
});

test('a reader that takes more memory than it may have is ended', async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: path.join(import.meta.dirname, '../../electron/untrusted.ts'), outDir: folder, target: 'node20' },
  });
  write('package.json', '{ "name": "hungry", "version": "1.0.0", "type": "module", "main": "main.js" }');
  write(
    'main.js',
    `import { app } from 'electron';
     import { readUntrusted } from './untrusted.js';
     const read = (limits) => readUntrusted(new Uint8Array(9), limits).then(() => 'read', ({ code }) => code);
     void app.whenReady().then(async () => {
       const reader = import.meta.dirname + '/hungry.js';
       const answers = [await read({ reader, memory: 4_000 }), await read({ reader })];
       const isLeft = () => app.getAppMetrics().some(({ name }) => name === 'File reader');
       while (isLeft()) await new Promise((resolve) => setTimeout(resolve, 50));
       console.log(JSON.stringify(answers));
       app.exit();
     });`,
  );
  write(
    'hungry.js',
    `process.parentPort.once('message', () => {
       const all = Array.from({ length: 60 }, () => Buffer.alloc(10_000_000, 1));
       setTimeout(() => process.parentPort.postMessage({ value: all.length }), 400);
     });`,
  );
  const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
  const { stdout } = await promisify(execFile)(electron, [...flags, profile, folder], { timeout: 30_000 });
  expect(JSON.parse(stdout.trim())).toEqual(['read', 'reader-stopped']);
});

function write(name: string, text: string): void {
  fs.writeFileSync(path.join(folder, name), text);
}
