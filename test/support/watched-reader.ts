import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * The reader of Word files and sheets, watched: with each answer it sends what the file has cost, and what the file made it
 * reach for besides its own bytes. Unlike the app, it is not ended after one file.
 */
const touched: string[] = [];
let begun = process.cpuUsage();

/** What a watched reader says besides its answer. */
export interface Watched {
  answer: { refused?: string; details?: { found?: string }; value?: unknown };
  /** Of the processor, in milliseconds. */
  took: number;
  /** The most memory that the process ever had, in MB. */
  peak: number;
  /** Files, sockets and processes that it reached for. */
  touched: string[];
}

const send = process.send?.bind(process);
process.send = (answer: Watched['answer']) => {
  const { user, system } = process.cpuUsage(begun);
  const told: Watched = {
    answer: 'refused' in answer ? answer : { value: true },
    took: (user + system) / 1_000,
    peak: process.resourceUsage().maxRSS / 1_024,
    touched: touched.splice(0),
  };
  return send?.(told) ?? false;
};
process.on('message', () => {
  begun = process.cpuUsage();
});
await import('../../electron/word/read/word-reader.ts');

/** From here on whatever opens a file or a connection is noted, and fails. */
const doors: [object, string[]][] = [
  [
    fs,
    ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream', 'writeFile', 'writeFileSync', 'readdirSync'],
  ],
  [fs.promises, ['open', 'readFile', 'writeFile', 'readdir']],
  [net.Socket.prototype, ['connect']],
  [dns, ['lookup', 'resolve']],
  [dgram, ['createSocket']],
  [http, ['request', 'get']],
  [childProcess, ['spawn', 'exec', 'execFile', 'fork']],
];
for (const [owner, names] of doors) {
  for (const name of names) {
    Object.assign(owner, {
      [name]: (...args: unknown[]) => {
        touched.push(`${name} ${String(args[0])}`);
        throw new Error(`a file made the reader call ${name}`);
      },
    });
  }
}
syncBuiltinESMExports();
process.send({ value: 'ready' });
