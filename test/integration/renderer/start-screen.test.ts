import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../../dist/renderer');

test('the start screen loads little before it is painted: no editor, no component library, no schemas', () => {
  const page = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
  const linked = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, name]) => name as string);
  const scripts = withImports(linked.filter((name) => name.endsWith('.js')));
  expect(sizeOf(scripts)).toBeLessThan(280_000);
  expect(sizeOf(linked.filter((name) => name.endsWith('.css')))).toBeLessThan(12_000);

  const others = fs.readdirSync(path.join(folder, 'assets')).map((name) => `assets/${name}`);
  for (const mark of ['ProseMirror', 'ZodError', 'mantine-']) {
    expect(textOf(scripts), mark).not.toContain(mark);
    expect(textOf(others), mark).toContain(mark); // it would be known by this word
  }
});

/** Scripts and all that they import before they run; what they load later is loaded by `import()`. */
function withImports(names: string[]): string[] {
  const found = new Set(names);
  for (const name of found) {
    for (const [, other] of textOf([name]).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      found.add(`assets/${other}`);
    }
  }
  return [...found];
}

function textOf(names: string[]): string {
  return names.map((name) => fs.readFileSync(path.join(folder, name), 'utf8')).join('\n');
}

function sizeOf(names: string[]): number {
  return Buffer.byteLength(textOf(names));
}
