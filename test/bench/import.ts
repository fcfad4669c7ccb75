import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { exportPlan } from '../../electron/export.ts';
import { readDocument } from '../../electron/sheet/read-document.ts';
import { frugal } from '../../electron/untrusted.ts';
import { newId } from '../../shared/id.ts';
import { recognise } from '../../shared/recognise/recognise.ts';
import type { Watched } from '../support/watched-reader.ts';
import { inFolder } from './plan-files.ts';
import { planOf } from './plans.ts';
import { inTurn, median } from './samples.ts';
import type { NotMeasured, Row } from './table.ts';

/** From the bytes of a Word file to its plan, against mammoth's HTML of the same file, where that is installed. */
export async function importRows(): Promise<(Row | NotMeasured)[]> {
  return inFolder(async (folder) => [
    ...(await rowsFor(54, { warmUps: 8, runs: 20, folder })),
    ...(await rowsFor(5_400, { warmUps: 1, runs: 5, folder })),
  ]);
}

interface Settings {
  warmUps: number;
  runs: number;
  folder: string;
}

async function rowsFor(actions: number, { warmUps, runs, folder }: Settings): Promise<(Row | NotMeasured)[]> {
  const file = path.join(folder, `${actions}.docx`);
  await exportPlan(planOf(actions), { layout: 'gaps-by-action', asAt: '2026-10-31' }, file);
  const bytes = await readFile(file);
  const mammoth = peer();
  const samples = await inTurn(
    {
      own: { work: () => recognise(readDocument(bytes), newId) },
      theirs: { work: () => mammoth?.convertToHtml({ buffer: bytes }) },
    },
    { warmUps, runs },
  );
  const what = `import of ${actions.toLocaleString('en-GB')} rows`;
  const row: Row = { what, figure: median(samples.own), unit: 'ms', limit: { figure: 2_000 } };
  const memory: Row = {
    what: '  memory of its process',
    figure: await peakOf(bytes),
    unit: 'MB',
    limit: { figure: 300 },
  };
  if (!mammoth) return [row, memory, { what: '  mammoth', why: 'not installed' }];
  const floor = { what: 'mammoth', figure: median(samples.theirs) };
  return [{ ...row, floor, limit: { ratio: 0.6 } }, memory];
}

/** The most memory that a process has which reads these bytes as the app has them read, in MB. */
async function peakOf(bytes: Uint8Array): Promise<number> {
  const program = path.join(import.meta.dirname, '../support/watched-reader.ts');
  const reader = fork(program, { execArgv: frugal, serialization: 'advanced' });
  try {
    await once(reader, 'message');
    reader.send(bytes);
    const [told]: Watched[] = await once(reader, 'message');
    return told?.peak ?? Number.NaN;
  } finally {
    reader.kill('SIGKILL');
  }
}

function peer(): { convertToHtml(from: { buffer: Buffer }): Promise<unknown> } | undefined {
  try {
    return createRequire(import.meta.url)('mammoth');
  } catch {
    return undefined;
  }
}
