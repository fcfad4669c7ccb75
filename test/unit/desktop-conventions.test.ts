import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const table = fs.readFileSync(path.join(root, 'docs/desktop-conventions.md'), 'utf8');

test('the table of conventions has all lines, and every test that it names is there', () => {
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows.flatMap(([, number = '']) => (/^\d+$/.test(number) ? [Number(number)] : []))).toEqual(
    Array.from({ length: 44 }, (_, index) => index + 1),
  );

  const tests = fs
    .readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => fs.readFileSync(path.join(root, 'test', file), 'utf8'))
    .join('\n');
  const proofs = rows.flatMap((cells) => cells.slice(4));
  for (const [, name = ''] of proofs.join('\n').matchAll(/"([^"]+)"/g)) expect(tests.includes(name), name).toBe(true);
  for (const [, file = ''] of proofs.join('\n').matchAll(/`(test\/[^`]+)`/g)) {
    const there = [file, `${file}.test.ts`].some((each) => fs.existsSync(path.join(root, each)));
    expect(there, file).toBe(true);
  }
});
