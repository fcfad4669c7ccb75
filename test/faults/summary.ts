import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tried } from './tried.ts';

/** Where all files of these tests take down what they tried. */
export function setup(): void {
  process.env.WRES_TRIED ??= path.join(mkdtempSync(path.join(tmpdir(), 'wres-planner-tried-')), 'tried');
}

/** Says how often it was tried to lose a plan, all files together. */
export function teardown(): void {
  const file = process.env.WRES_TRIED ?? '';
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const tried = lines.map((line) => JSON.parse(line) as Tried);
  const ways = new Set(tried.map(({ way }) => way)).size;
  const sum = (key: 'times' | 'lost') => tried.reduce((all, each) => all + each[key], 0);
  process.stdout.write(`\ntried to lose a plan ${ways} ways, ${sum('times')} times; lost: ${sum('lost')}\n`);
}
