import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** One of the five published plans that the product is held against. */
export interface Seed {
  /** Its number, as in its file names: "000". */
  number: string;
  /** The id of the layout that its Trust published it in. */
  layout: string;
  /** The plan as plan JSON. */
  planJson: string;
  /** The table that the layout must give. */
  grid: Grid;
}

const cellSchema = z.object({
  text: z.string(),
  span: z.number().int().optional(),
  fill: z.union([z.string(), z.array(z.string().nullable())]).nullish(),
});
const gridSchema = z.strictObject({
  title: z.string(),
  /** The table that says what the ratings mean. */
  key: z.array(z.array(cellSchema)).optional(),
  /** The heading over the column headings. */
  banner: z.array(z.object({ text: z.string(), columns: z.number().int() })).optional(),
  _notes: z.unknown().optional(),
  tables: z.array(z.object({ columns: z.array(z.string()), rows: z.array(z.array(cellSchema.nullable())) })),
});
export type Grid = z.infer<typeof gridSchema>;

const layouts: Record<string, string> = {
  '000': 'metric-kpi-rating',
  '001': 'narrative-numbered',
  '002': 'gaps-by-action',
  '003': 'indicator-matrix',
  '004': 'progress-outcome',
};

/** The folder of the seeds: $WRES_SHARED/seeds where that is set, else beside the checkout; undefined where there is none. */
export const seedsFolder: string | undefined = [
  process.env.WRES_SHARED,
  path.resolve(import.meta.dirname, '../../../shared'),
]
  .filter((folder) => folder !== undefined)
  .map((folder) => path.join(folder, 'seeds'))
  .find((folder) => fs.existsSync(folder));

/** What a test that needs the seeds says where they are not: `describe.skipIf(!seedsFolder)(…)`. */
export const withoutSeeds =
  'The published plans are not beside this checkout: set WRES_SHARED to the folder that holds seeds/.';
if (!seedsFolder) console.warn(withoutSeeds);

/** The five seeds, or none where they are not there. */
export function seeds(): Seed[] {
  const folder = seedsFolder;
  if (folder === undefined) return [];
  return Object.entries(layouts).map(([number, layout]) => ({
    number,
    layout,
    planJson: fs.readFileSync(path.join(folder, `${number}.plan.json`), 'utf8'),
    grid: gridSchema.parse(JSON.parse(fs.readFileSync(path.join(folder, `${number}.grid.json`), 'utf8'))),
  }));
}
