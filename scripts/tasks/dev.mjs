// npm run dev: live development. The page reloads as it is edited; main and preload are rebuilt, and Electron
// restarted, on change.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createBuilder, createServer } from 'vite';
import { electronFlags, runWithElectron } from '../electron/run.mjs';
import { tool } from '../tool.mjs';

// Once more under an Electron and a display: what follows starts the app again and again.
if (!process.env.DEV_SERVER_ELECTRON) {
  process.exit(
    await runWithElectron([process.execPath, import.meta.filename], {
      env: { ...process.env, DEV_SERVER_ELECTRON: '1' },
    }),
  );
}

const configFile = path.resolve(import.meta.dirname, '../../vite.config.ts');
const server = await createServer({ configFile });
await server.listen();
const url = server.resolvedUrls?.local[0];
const watch = { build: { watch: {}, emptyOutDir: false } };
const builder = await createBuilder({ configFile, environments: { node: watch, preload: watch }, logLevel: 'warn' });

/** @type {import('node:child_process').ChildProcess | undefined} */
let app;
/** @type {NodeJS.Timeout | undefined} */
let timer;
for (const name of ['node', 'preload']) {
  const environment = builder.environments[name];
  if (!environment) throw new Error(`vite.config.ts has no environment ${name}`);
  const watcher = await builder.build(environment);
  if (!('on' in watcher)) throw new Error(`${name} is not watched`);
  watcher.on('event', ({ code }) => {
    if (code !== 'END') return;
    clearTimeout(timer);
    timer = setTimeout(restart, 300); // one restart for both
  });
}

async function restart() {
  if (app && app.exitCode === null) {
    app.removeAllListeners('exit');
    app.kill();
    await once(app, 'exit'); // one instance at a time: the next would hand itself over to this one
  }
  const [node = '', ...electron] = tool('electron');
  app = spawn(node, [...electron, ...electronFlags, '.'], {
    stdio: 'inherit',
    env: { ...process.env, DEV_SERVER_URL: url },
  });
  app.on('exit', () => process.exit());
}
