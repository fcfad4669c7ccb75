import { expect, test } from 'vitest';
import { openSample, resize, startApp } from '../support/app.ts';

test('a click in the preview goes to the field that it shows, and the field being edited is marked there', async () => {
  const { app, page, faults } = await startApp();
  await resize(app, 1_600, 900);
  await openSample(page);
  const paper = page.getByRole('region', { name: /as it will look in Word/ });
  const cell = paper.locator('[data-source^="action/"][data-source$="/text"]').nth(3);
  const place = await cell.getAttribute('data-source');
  await cell.click();
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place'));
  await expect.poll(focused).toBe(place);
  const edited = paper.locator('[data-edited]');
  await expect.poll(() => edited.first().getAttribute('data-source')).toBe(place);

  // What is typed comes onto the page, and the mark stays on it.
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Seen in the preview.');
  await expect.poll(() => edited.allInnerTexts()).toContainEqual(expect.stringContaining('Seen in the preview.'));

  // A field that is far down the page brings its piece into sight.
  const last = paper.locator('[data-source^="section/"][data-source$="/body"]').last();
  const lastPlace = await last.getAttribute('data-source');
  await page.getByRole('navigation').getByRole('button', { name: 'Closing' }).click();
  await page.locator(`[data-place="${lastPlace}"]`).focus();
  await expect.poll(() => edited.first().getAttribute('data-source')).toBe(lastPlace);
  const [inside, around] = [await edited.first().boundingBox(), await paper.boundingBox()];
  expect(inside?.y).toBeGreaterThanOrEqual(around?.y ?? Number.NaN);
  expect(inside?.y).toBeLessThan((around?.y ?? 0) + (around?.height ?? 0));

  // A rating is no text: its button is gone to.
  const rating = paper.locator('[data-source^="action/"][data-source$="/rating"]').nth(2);
  const ratingPlace = await rating.getAttribute('data-source');
  await rating.click();
  await expect.poll(focused).toBe(ratingPlace);
  expect(faults).toEqual([]);
});
