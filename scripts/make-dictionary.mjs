// node scripts/make-dictionary.mjs: makes assets/dictionaries/ anew from its words.txt and the npm package
// dictionary-en-gb. To be run when either has changed; the results are committed. assets/dictionaries/README.md says
// what is what. It needs Chromium's converter, which Debian and Ubuntu have: apt-get install qt6-webengine-dev-tools
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'assets/dictionaries');
const source = path.join(root, 'node_modules/dictionary-en-gb');

/** What the licence asks of whoever passes on a modified version. */
const modified = `The British English dictionary in WRES Planner is a modified version of the one below: words have been added to it.

`;

const affixes = fs.readFileSync(path.join(source, 'index.aff'), 'utf8');
const dictionary = withWords(fs.readFileSync(path.join(source, 'index.dic'), 'utf8'));
write('en-GB.aff', affixes);
write('en-GB.dic', dictionary);
write('en-GB-10-1.bdic', forChromium());
write('LICENCE.txt', `${modified}${fs.readFileSync(path.join(source, 'license'), 'utf8')}`);
write('made.json', `${JSON.stringify(record(), null, 2)}\n`);

/**
 * The dictionary with the words of our own after its own. Its first line is the number of entries.
 * @param {string} theirs
 */
function withWords(theirs) {
  const lines = (/** @type {string} */ text) => text.split('\n').filter((line) => line !== '');
  const entries = [...lines(theirs).slice(1), ...lines(fs.readFileSync(path.join(folder, 'words.txt'), 'utf8'))];
  return `${[entries.length, ...entries].join('\n')}\n`;
}

/** The same in Chromium's own format. The converter reads it back and compares before it says that all is well. */
function forChromium() {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'wres-planner-dictionary-'));
  try {
    fs.writeFileSync(path.join(work, 'en-GB.aff'), affixes);
    fs.writeFileSync(path.join(work, 'en-GB.dic'), dictionary);
    const made = path.join(work, 'en-GB.bdic');
    const { status, stdout, stderr, error } = spawnSync(converter(), [path.join(work, 'en-GB.dic'), made], {
      encoding: 'utf8',
    });
    if (status !== 0 || !fs.existsSync(made)) throw new Error(`The converter failed: ${error ?? stdout + stderr}`);
    return fs.readFileSync(made);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function converter() {
  const places = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/lib/qt6/libexec'];
  const found = places
    .map((place) => path.join(place, 'qwebengine_convert_dict'))
    .find((program) => fs.existsSync(program));
  if (found) return found;
  throw new Error('This needs the converter of Qt WebEngine: apt-get install qt6-webengine-dev-tools');
}

/** What was made of what, by SHA-256, so that a test can tell when it has to be made again. */
function record() {
  const { version } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8'));
  const hash = (/** @type {string} */ name) =>
    createHash('sha256')
      .update(fs.readFileSync(path.join(folder, name)))
      .digest('hex');
  const names = ['words.txt', 'en-GB.aff', 'en-GB.dic', 'en-GB-10-1.bdic'];
  return { from: `dictionary-en-gb ${version}`, sha256: Object.fromEntries(names.map((name) => [name, hash(name)])) };
}

/**
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function write(name, content) {
  fs.writeFileSync(path.join(folder, name), content);
}
