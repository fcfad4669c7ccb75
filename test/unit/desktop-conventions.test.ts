import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const table = fs.readFileSync(path.join(root, 'docs/desktop-conventions.md'), 'utf8');

test('the table of conventions has all lines, and every test that it names is there', () => {
  const numbers = [...table.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array.from({ length: 44 }, (_, index) => index + 1));

  const tests = fs
    .readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => fs.readFileSync(path.join(root, 'test', file), 'utf8'))
    .join('\n');
  const proofs = table.split('\n').flatMap((line) => line.split(' | ').slice(3));
  for (const [, name = ''] of proofs.join('\n').matchAll(/"([^"]+)"/g)) expect(tests, name).toContain(name);
  for (const [, file = ''] of proofs.join('\n').matchAll(/`(test\/[^`]+)`/g)) {
    const there = [file, `${file}.test.ts`].some((each) => fs.existsSync(path.join(root, each)));
    expect(there, file).toBe(true);
  }
});
