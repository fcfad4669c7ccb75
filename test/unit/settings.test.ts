import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSettings, viewSettings } from '../../electron/settings.ts';

test('what is changed is there at the next start, and what is not is as on the first day', () => {
  const folder = freshFolder();
  const newPlan = { trust: { name: 'Northvale' }, standard: 'WRES', ratingScale: 'brag' } as const;
  openSettings(folder).change({ author: 'EDI Manager', textSize: 130, folder: '/plans', layout: 'x', newPlan });
  const { value } = openSettings(folder);
  expect(viewSettings(value)).toEqual({
    theme: 'system',
    textSize: 130,
    author: 'EDI Manager',
    systemName: os.userInfo().username,
    layout: 'x',
    folder: '/plans',
    newPlan,
  });
  expect(value).toMatchObject({ zoom: 1, recents: [], window: null });
});

test('what has another shape, as of another version, is left out by itself', () => {
  const folder = freshFolder();
  const broken = { author: 7, textSize: 99, theme: 'pink', folder: null, layout: {}, newPlan: { trust: 'Northvale' } };
  fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ ...broken, zoom: 1.5 }));
  const { value } = openSettings(folder);
  expect(viewSettings(value)).toMatchObject({
    theme: 'system',
    textSize: 100,
    author: null,
    layout: null,
    folder: null,
    newPlan: null,
  });
  expect(value.zoom).toBe(1.5);
});

function freshFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-settings-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
