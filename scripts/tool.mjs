import fs from 'node:fs';
import path from 'node:path';

const modules = path.resolve(import.meta.dirname, '../node_modules');

/** The package of each tool that is not called like its package. @type {Record<string, string>} */
const packages = { tsc: 'typescript', biome: '@biomejs/biome' };

/**
 * How a tool of the dependencies is run: by Node itself, so that no shell has a say in it, on any platform.
 * @param {string} name
 * @returns {string[]} the beginning of a command
 */
export function tool(name) {
  const folder = path.join(modules, packages[name] ?? name);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return [process.execPath, path.join(folder, typeof bin === 'string' ? bin : bin[name])];
}
