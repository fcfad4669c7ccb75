import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { writeWord } from '../../../electron/word/write.ts';
import { everything } from '../../unit/word/sample-page.ts';

const folder = path.resolve(import.meta.dirname, '../../..');
const url = (file: string) => JSON.stringify(pathToFileURL(path.join(folder, file)).href);

/** Another process, in another time zone, whose clock stands somewhere else and whose chance falls otherwise. */
function hashElsewhere(timeZone: string, now: string): string {
  const script = `
    const offset = Date.parse(${JSON.stringify(now)}) - Date.now();
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given) { given.length === 0 ? super(RealDate.now() + offset) : super(...given); }
      static now() { return RealDate.now() + offset; }
    };
    const { writeWord } = await import(${url('electron/word/write.ts')});
    const { everything } = await import(${url('test/unit/word/sample-page.ts')});
    const { createHash } = await import('node:crypto');
    if (new Date().getUTCFullYear() !== ${new Date(now).getUTCFullYear()}) throw new Error('The clock was not set');
    console.log(createHash('sha256').update(await writeWord(everything())).digest('hex'));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    env: { ...process.env, TZ: timeZone, NODE_OPTIONS: '' },
    encoding: 'utf8',
  }).trim();
}

test('the same page gives the same bytes in other time zones, on other days, and again', async () => {
  const here = createHash('sha256')
    .update(await writeWord(everything()))
    .digest('hex');
  const again = createHash('sha256')
    .update(await writeWord(everything()))
    .digest('hex');
  expect(again).toBe(here);
  expect(hashElsewhere('Pacific/Kiritimati', '2026-11-01T11:59:59Z')).toBe(here);
  expect(hashElsewhere('America/Los_Angeles', '2031-03-09T10:00:00Z')).toBe(here);
  expect(hashElsewhere('Europe/London', '1999-12-31T12:00:00Z')).toBe(here);
});
