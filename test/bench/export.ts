import path from 'node:path';
import { exportPlan } from '../../electron/export.ts';
import { layoutById } from '../../shared/layout/built-in.ts';
import { layOut } from '../../shared/layout/lay-out.ts';
import { peers } from './peers.ts';
import { inFolder } from './plan-files.ts';
import { planOf } from './plans.ts';
import { inTurn, median } from './samples.ts';
import { stringsAndZip } from './strings-and-zip.ts';
import type { NotMeasured, Row } from './table.ts';

const asAt = '2026-10-31';
const layout = 'gaps-by-action';

/** From an open plan to the finished Word file on the disk, against the bare making of the same table's bytes. */
export async function exportRows(): Promise<(Row | NotMeasured)[]> {
  return inFolder(async (folder) => [
    ...(await rowsFor(54, { limit: 25, warmUps: 8, runs: 20, folder })),
    ...(await rowsFor(5_400, { limit: 20, warmUps: 1, runs: 5, folder })),
  ]);
}

interface Settings {
  limit: number;
  warmUps: number;
  runs: number;
  folder: string;
}

async function rowsFor(actions: number, { limit, warmUps, runs, folder }: Settings): Promise<(Row | NotMeasured)[]> {
  const plan = planOf(actions);
  const page = layOut(plan, layoutById(layout), { asAt });
  const file = path.join(folder, `${actions}.docx`);
  const samples = await inTurn(
    { export: { work: () => exportPlan(plan, { layout, asAt }, file) }, floor: { work: () => stringsAndZip(page) } },
    { warmUps, runs },
  );
  const name = `export of ${actions.toLocaleString('en-GB')} rows`;
  const floor = { what: 'strings + zip', figure: median(samples.floor) };
  const row: Row = { what: name, figure: median(samples.export), unit: 'ms', floor, limit: { ratio: limit } };
  const others = await peers(page, folder);
  return [
    row,
    ...others.map((peer): Row | NotMeasured =>
      'why' in peer
        ? { what: `  ${peer.name}`, why: peer.why }
        : { what: `  ${peer.name}`, figure: peer.figure, unit: 'ms', floor },
    ),
  ];
}
