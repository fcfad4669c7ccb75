import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { _electron } from 'playwright-core';

/**
 * To be run in a network namespace of its own (`unshare -n`), whose one way out leads through a device that the system
 * counts. Starts the app, does the main job in it, and says how many packets tried to leave; then sends one itself,
 * which shows that they would have been counted.
 *
 *     counted-network.ts <folder for its profile>
 */
const device = 'out';
const ip = (...args: string[]) => execFileSync('ip', args);
ip('tuntap', 'add', 'dev', device, 'mode', 'tun');
ip('addr', 'add', '10.9.9.2/24', 'dev', device);
ip('link', 'set', device, 'up');
ip('link', 'set', 'lo', 'up');
ip('route', 'add', 'default', 'via', '10.9.9.1');

const root = path.resolve(import.meta.dirname, '../..');
const [folder = ''] = process.argv.slice(2);
const temp = path.join(folder, 'temp');
mkdirSync(temp);
const app = await _electron.launch({
  args: ['--no-sandbox', root, `--user-data-dir=${path.join(folder, 'profile')}`],
  cwd: root,
  env: { ...(process.env as Record<string, string>), TMPDIR: temp },
});
const page = await app.firstWindow();
await page.getByRole('button', { name: 'Look around with the sample plan' }).click();
const contents = page.getByRole('navigation', { name: 'Contents' });
await contents.getByRole('button', { name: /^Indicator 1/ }).click();
await page.getByLabel('Due date of Indicator 1').fill('Q2');
await app.evaluate(
  ({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  },
  path.join(folder, 'Plan.docx'),
);
await page.getByRole('button', { name: 'Export' }).first().click();
await page.getByRole('button', { name: /^Export to Word/ }).click();
await page.getByRole('region', { name: 'Exported' }).waitFor();
await app.close();
const left = counted();

const socket = createSocket('udp4');
await new Promise((resolve) => socket.send('x', 53, '192.0.2.1', resolve));
socket.close();
process.stdout.write(JSON.stringify({ left, thenSent: counted() - left }));

/** The packets that were to leave, whether or not the device could pass them on. */
function counted(): number {
  const [, numbers = ''] = readFileSync('/proc/net/dev', 'utf8').split(`${device}:`);
  const fields = numbers.trim().split(/\s+/).map(Number);
  const [packets = 0, dropped = 0] = [fields[9], fields[11]];
  return packets + dropped;
}
