// node scripts/packaging/notices.mjs [--check]: writes THIRD-PARTY-NOTICES.txt, the licences of the packages that the
// app ships: those that the build has put into dist/ (bundled-*.json says which), and what is shipped beside it.
// With --check it only says whether the file is as it would be written.
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'THIRD-PARTY-NOTICES.txt');
/** Shipped as it is, compiled into its addon, and made into assets/dictionaries. */
const besideTheBundles = ['better-sqlite3', 'node-addon-api', 'dictionary-en-gb'].map((name) => `node_modules/${name}`);

/** The ISC licence, as the Open Source Initiative prints it (https://opensource.org/license/isc-license-txt). */
const isc = `ISC License

Copyright (c) HOLDER

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

const notices = write();
if (!process.argv.includes('--check')) fs.writeFileSync(file, notices);
else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== notices) {
  console.error('THIRD-PARTY-NOTICES.txt is not up to date: run `npm run notices` and commit it.');
  process.exitCode = 1;
}

function write() {
  const heading = `WRES Planner contains the work of others, under the licences below.

Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html beside this file.
SQLite, within better-sqlite3, is in the public domain (https://www.sqlite.org/copyright.html).
`;
  return [heading, ...shipped().map(notice)].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folders of the packages, in the order of their names. */
function shipped() {
  const dist = path.join(root, 'dist');
  const lists = fs
    .readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => /bundled-\w+\.json$/.test(name));
  if (lists.length === 0) throw new Error('There is no build to read the list of packages from: run `npm run build`.');
  const bundled = lists.flatMap((name) => JSON.parse(fs.readFileSync(path.join(dist, name), 'utf8')));
  return [...new Set([...bundled, ...besideTheBundles])].sort();
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license, homepage, author } = JSON.parse(
    fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
  );
  const texts = fs
    .readdirSync(path.join(root, folder))
    .filter((entry) => /^(licen[cs]e|notice|copying)([.-]|$)/i.test(entry))
    .sort()
    .map((entry) =>
      fs
        .readFileSync(path.join(root, folder, entry), 'utf8')
        .replace(/\r\n/g, '\n')
        .trim(),
    );
  if (texts.length === 0) texts.push(standardText(name, license, author?.name ?? author));
  return `${[`${name} ${version} (${license})`, homepage, ...texts].filter(Boolean).join('\n\n')}\n`;
}

/**
 * A package without a text of its own: the licence that it names, in the holder's name.
 * @param {string} name
 * @param {string} license
 * @param {string | undefined} holder
 */
function standardText(name, license, holder) {
  const person = holder?.replace(/ <.*>$/, '');
  if (license === 'ISC' && person) return isc.replace('HOLDER', person);
  if (license !== 'MIT' || !holder) throw new Error(`${name} comes without the text of its licence`);
  return fs
    .readFileSync(path.join(root, 'LICENSE'), 'utf8')
    .replace(/^Copyright .*$/m, `Copyright (c) ${holder}`)
    .trim();
}
