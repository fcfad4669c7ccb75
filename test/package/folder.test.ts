import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../../shared/ipc/operations.ts';
import { tryAll } from '../support/hostile-page.ts';

const root = path.resolve(import.meta.dirname, '../..');
const windows = process.platform === 'win32';
const folder = path.join(root, 'release', windows ? 'win-unpacked' : 'linux-unpacked');
const program = path.join(folder, windows ? 'WRES Planner.exe' : 'wres-planner');
const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What the page may load, as it stands in the packaged page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'none'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

let work: string;
beforeAll(() => {
  work = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-package-'));
});
afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

test('the window opens on the start screen; a hostile page in it reaches no more than it may', {
  timeout: 60_000,
}, async () => {
  const app = spawn(program, [...flags, '--remote-debugging-port=0', `--user-data-dir=${path.join(work, 'profile')}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(app.stderr));
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    expect(page?.url()).toMatch(/^app:\/\//);
    await page?.getByRole('heading', { level: 1 }).waitFor();
    if (!page) throw new Error('The app has no page.');
    const shell = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      bridge: Object.keys(window.wres).sort(),
      policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    }));
    expect(shell).toEqual({ node: [], bridge: [...operations, 'listen'].sort(), policy });
    const { got, asked } = await tryAll(page);
    expect(Object.entries(got).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
    expect(asked).toBe(0);
    expect(context?.pages()).toHaveLength(1);
    await browser.close();
  } finally {
    app.kill();
    if (app.exitCode === null) await once(app, 'exit');
  }
});

test('the fuses are as they are meant to be', async () => {
  const wire = await getCurrentFuseWire(program);
  const state = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    ownSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    fileProtocolPrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    inspect: false,
    asarIntegrity: true,
    onlyFromAsar: true,
    ownSnapshot: false,
    fileProtocolPrivileges: false,
  });
});

test('it holds its own addon only, its licence and the notices', () => {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => name.endsWith('.node')).map((name) => path.basename(name))).toEqual([
    `${process.platform}-${process.arch}.node`,
  ]);
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'THIRD-PARTY-NOTICES.txt', 'LICENSES.chromium.html']));
  expect(fs.readdirSync(path.join(folder, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
});

test('it holds what was built, and nothing of the sources', () => {
  const { files } = archiveHeader(path.join(folder, 'resources/app.asar'));
  expect(Object.keys(files).sort()).toEqual(['assets', 'dist', 'node_modules', 'package.json']);
  expect(Object.keys(files.node_modules?.files ?? {})).toEqual(['better-sqlite3']);
  expect(Object.keys(files.assets?.files ?? {}).sort()).toEqual(['dictionaries', 'icons', 'sample-plan.json']);
  expect(Object.keys(files.dist?.files ?? {}).filter((name) => name.endsWith('.map'))).toEqual([]);
});

test('its command line works without a display', { skip: windows }, () => {
  const plan = path.join(work, 'plan.wresplan');
  expect(command('layouts')).toMatchObject({ status: 0, stdout: expect.stringContaining('indicator-matrix') });
  expect(command('import', path.join(root, 'assets/sample-plan.json'), plan)).toMatchObject({ status: 0 });
  expect(command('verify', plan)).toMatchObject({ status: 0 });
  const word = path.join(work, 'plan.docx');
  expect(command('export', plan, '--layout', 'indicator-matrix', word)).toMatchObject({ status: 0 });
  expect(fs.readFileSync(word).subarray(0, 2).toString()).toBe('PK');
  expect(command('verify', path.join(root, 'package.json'))).toMatchObject({ status: 1 });
});

function command(...args: string[]) {
  const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
  const profile = `--user-data-dir=${path.join(work, 'terminal')}`;
  return spawnSync(program, [...flags, profile, ...args], { env, encoding: 'utf8' });
}

interface Archive {
  files: Record<string, Partial<Archive>>;
}

/** The table of contents of an asar archive: JSON, whose length stands in bytes 12 to 15. */
function archiveHeader(file: string): Archive {
  const start = fs.readFileSync(file);
  return JSON.parse(start.toString('utf8', 16, 16 + start.readUInt32LE(12)));
}

async function debuggerAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: stderr });
  for await (const line of lines) {
    const [, address] = /^DevTools listening on (ws:.*)$/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('The app ended before its window was there.');
}
