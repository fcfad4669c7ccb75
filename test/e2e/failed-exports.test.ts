import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writePlan } from '../../electron/plan-file/exchange.ts';
import { planOf } from '../bench/plans.ts';
import { freshFolder, openSample, type RunningApp, startApp, told, willSaveAs } from '../support/app.ts';

test.each([
  ['EBUSY', /Board\.docx is open in another program/],
  ['EROFS', /Board\.docx is read-only, or you may not write/],
  ['ENOSPC', /There is no room left for Board\.docx/],
])(
  'an export that fails with %s says so, leaves the old file, and goes on under another name',
  async (code, happened) => {
    const running = await startApp();
    const { app, page, folder } = running;
    await openSample(page);
    const board = path.join(folder, 'out', 'Board.docx');
    fs.mkdirSync(path.dirname(board));
    fs.writeFileSync(board, 'the old file');
    await failing(running, code, 'Board.docx');

    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await willSaveAs(app, board);
    await page.getByRole('button', { name: 'Export to Word…' }).click();
    const words = await told(page, 'What went wrong');
    expect(words).toMatch(happened);
    expect(words).toContain('The file that was there is as it was, and the plan has all your edits.');
    expect(fs.readFileSync(board, 'utf8')).toBe('the old file');
    expect(fs.readdirSync(path.dirname(board))).toEqual(['Board.docx']);

    const other = path.join(folder, 'out', 'Board 2.docx');
    await willSaveAs(app, other);
    await page.getByRole('button', { name: 'Choose another name…' }).click();
    await told(page, 'Exported', 'Board 2.docx');
    expect(fs.statSync(other).size).toBeGreaterThan(5_000);
  },
);

test('an export into a folder that is not there says which folder', async () => {
  const { app, page, folder } = await startApp();
  await openSample(page);
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await willSaveAs(app, path.join(folder, 'unplugged', 'Board.docx'));
  await page.getByRole('button', { name: 'Export to Word…' }).click();
  await told(page, 'What went wrong', /The folder .*unplugged is not there/);
});

test('the export of a long plan can be left off, and leaves no file', async () => {
  const folder = freshFolder();
  const long = path.join(folder, 'Long.wresplan');
  await writePlan(long, planOf(2_000), { now: () => new Date() });
  const { app, page } = await startApp(folder, long);
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const out = path.join(folder, 'out');
  fs.mkdirSync(out);
  await willSaveAs(app, path.join(out, 'Board.docx'));
  await page.getByRole('button', { name: 'Export to Word…' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Exporting…').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('region', { name: /Exported|What went wrong/ }).count()).toBe(0);
  expect(fs.readdirSync(out)).toEqual([]);

  await page.getByRole('button', { name: 'Export to Word…' }).click();
  await told(page, 'Exported', 'Board.docx');
  expect(fs.readdirSync(out)).toEqual(['Board.docx']);
});

/** From now on the system refuses to put anything in the place of that file, as another program or a full disk would. */
async function failing({ app }: RunningApp, code: string, name: string): Promise<void> {
  await app.evaluate(
    (_electron, [failure, target]) => {
      const files = process.getBuiltinModule('node:fs/promises');
      const { rename } = files;
      files.rename = async (from, to) => {
        if (String(to).endsWith(`/${target}`)) throw Object.assign(new Error(failure), { code: failure });
        return rename(from, to);
      };
      process.getBuiltinModule('node:module').syncBuiltinESMExports();
    },
    [code, name] as const,
  );
}
