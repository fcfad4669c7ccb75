import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Where each library may be imported: what is not ours is wrapped in one place, so that it can be changed there. */
const places: Record<string, RegExp> = {
  zod: /^(shared|electron)\//,
  electron: /^electron\//,
  'better-sqlite3': /^electron\/plan-file\//,
  docx: /^electron\/word\//,
  nspell: /^electron\/speller\.ts$/,
  fflate: /^electron\/zip\.ts$/,
  papaparse: /^electron\/sheet\/read-csv\.ts$/,
  'write-excel-file': /^electron\/sheet\/write-sheet\.ts$/,
  saxes: /^electron\/word\/read\/xml\.ts$/,
  'fractional-indexing': /^shared\/plan\/order\.ts$/,
  uuid: /^shared\/id\.ts$/,
  react: /^renderer\//,
  'react-dom': /^renderer\//,
  'prosemirror-commands': /^renderer\/fields\/rich-text/,
  'prosemirror-history': /^renderer\/fields\/rich-text/,
  'prosemirror-keymap': /^renderer\/fields\/rich-text/,
  'prosemirror-model': /^renderer\/fields\/rich-text/,
  'prosemirror-state': /^renderer\/fields\/rich-text/,
  'prosemirror-view': /^renderer\/fields\/rich-text/,
  '@mantine/core': /^renderer\//,
  '@mantine/hooks': /^renderer\//,
  '@tabler/icons-react': /^renderer\//,
  '@tanstack/react-virtual': /^renderer\/ui\/visible-rows\.ts$/,
};

test('each library is imported only where it is wrapped', () => {
  const strays = sources().flatMap((file) =>
    packagesOf(file)
      .filter((name) => !places[name]?.test(file))
      .map((name) => `${file} imports ${name}`),
  );
  expect(strays).toEqual([]);
});

function sources(): string[] {
  return ['shared', 'electron', 'renderer'].flatMap((layer) =>
    fs
      .readdirSync(path.join(root, layer), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.posix.join(layer, name.replaceAll('\\', '/'))),
  );
}

/** The packages that a file imports, at its top or when it needs them. */
function packagesOf(file: string): string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const imports = [...text.matchAll(/\b(?:from|import)(?:\s+|\s*\(\s*)'([@a-z][\w@./-]*)'/g)].map(
    ([, name = '']) => name,
  );
  return imports
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
}
