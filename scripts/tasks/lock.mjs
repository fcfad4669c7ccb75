// npm run lock: to be run after `npm install` has changed package-lock.json. A registry that lacks a package for
// another platform makes npm leave it out of the lock file, and then refuse that file in `npm ci` everywhere. This puts
// such packages in, by version and platform; they are not verified by a checksum, and never fetched on this platform.
import fs from 'node:fs';
import path from 'node:path';

const file = path.resolve(import.meta.dirname, '../../package-lock.json');
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));

for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (lock.packages[`${place}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue;
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
    console.log(`${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/**
 * What the name says: @biomejs/cli-linux-arm64-musl is for os linux, cpu arm64, libc musl.
 * @param {string} name
 */
function platformOf(name) {
  const [, os, cpu, libc] = /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-(\w+))?$/.exec(name) ?? [];
  if (!os || !cpu) throw new Error(`${name}: its name does not say which platform it is for`);
  return {
    os: [os],
    cpu: [cpu],
    ...(os === 'linux' && libc && { libc: [libc.startsWith('musl') ? 'musl' : 'glibc'] }),
  };
}
