// node scripts/task.mjs NAME [ARGS]: installs the dependencies where they are missing, then runs scripts/tasks/NAME.mjs.
// This file and set-up/ start on Node 20 before anything is installed, so they use Node's own modules only.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installDependencies } from './set-up/dependencies.mjs';
import { hasDisplay } from './set-up/display.mjs';
import { nodeForTools } from './set-up/node.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [name, ...args] = process.argv.slice(2);

if (name === 'start' && !hasDisplay()) {
  console.error(
    'There is no display here to open a window on. To see the same work done without one:\n\n  npm run demo\n',
  );
  process.exit(1);
}

try {
  await installDependencies(root);
  runTask(nodeForTools(root));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {string} node */
function runTask(node) {
  const bin = path.join(root, 'node_modules', '.bin');
  const plainErrors = new URL('./set-up/plain-errors.mjs', import.meta.url).href;
  const task = spawn(node, ['--import', plainErrors, path.join(root, 'scripts', 'tasks', `${name}.mjs`), ...args], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  // Ctrl+C reaches the task by itself; a signal sent to this process alone does not.
  process.on('SIGTERM', () => task.kill('SIGTERM'));
  process.on('SIGINT', () => {});
  task.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  task.on('exit', (code) => process.exit(code ?? 1));
}
