import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';
import { tryAll } from '../support/hostile-page.ts';

test('a hostile page reaches neither Node, nor files, nor the network, nor anything that asks for permission', async () => {
  const { app, page } = await startApp();
  const { got, asked } = await tryAll(page);
  expect(Object.keys(got).length).toBeGreaterThanOrEqual(25);
  expect(Object.entries(got).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
  expect(asked).toBe(0);
  expect(page.url()).toBe('app://wres-planner/');
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the page is in a sandbox of its own, and leaves its address by no way', async () => {
  const { app, page } = await startApp();
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
  for (const address of [
    'https://example.org/',
    'file:///etc/passwd',
    'app://elsewhere/',
    'data:text/html,x',
    'app://wres-planner/other',
  ]) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
  }
  await page.waitForTimeout(300);
  expect(page.url()).toBe('app://wres-planner/');
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('WRES Planner');
});

test('the page’s own files come with their type and the policy, and nothing outside their folder comes at all', async () => {
  const { app } = await startApp();
  const answers = await app.evaluate(async ({ session }) => {
    const ask = async (address: string) => {
      const { status, headers } = await session.defaultSession.fetch(address, { bypassCustomProtocolHandlers: false });
      return [status, headers.get('content-type'), headers.get('content-security-policy')];
    };
    const addresses = [
      '/',
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/main.js',
      '/..%5cmain.js',
      '/nothing.js',
      '//etc/passwd',
      '/%00',
    ];
    return Promise.all(addresses.map(async (path) => [path, ...(await ask(`app://wres-planner${path}`))]));
  });
  const [index, ...others] = answers;
  expect(index?.slice(1, 3)).toEqual([200, 'text/html; charset=utf-8']);
  expect(index?.[3]).toContain("script-src 'self'");
  expect(index?.[3]).not.toContain('unsafe-eval');
  for (const [address, status] of others) expect([403, 404], String(address)).toContain(status);
});
