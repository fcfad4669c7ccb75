// Hands better-sqlite3 the addon that was built for this older runtime, in whichever process this file is loaded.
const path = require('node:path');

const { dlopen } = process;
const addon = path.join(process.resourcesPath ?? path.resolve(__dirname, '..'), 'better_sqlite3.node');
process.dlopen = (module, file, ...flags) =>
  dlopen.call(process, module, /better-sqlite3[\\/]prebuilds[\\/][^\\/]+\.node$/.test(file) ? addon : file, ...flags);
