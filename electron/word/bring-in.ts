import { stat } from 'node:fs/promises';
import path from 'node:path';
import { PlanError } from '../../shared/messages.ts';
import { planSchema } from '../../shared/plan/model.ts';
import type { Recognised } from '../../shared/recognise/recognise.ts';
import { called, readError, readWhole, withName } from '../files.ts';
import { type ReadingLimits, readUntrusted } from '../untrusted.ts';
import { limits as sizes } from './read/zip.ts';

/**
 * The plan that a Word file holds, read in a process of its own.
 * @throws PlanError of opening, `not-word`, `old-word`, `word-password`, `word-too-large`, `word-no-plan` or `reader-stopped`
 */
export async function bringIn(file: string, limits?: ReadingLimits): Promise<Recognised> {
  const found = await stat(file).catch((error) => {
    throw readError(error, file);
  });
  if (!found.isFile()) throw new PlanError('not-word', called(file));
  if (found.size > sizes.file)
    throw new PlanError('word-too-large', { ...called(file), found: 'it has more than 20 MB' });
  const bytes = await readWhole(file);
  try {
    const recognised = await readUntrusted<Recognised>(bytes, { reader: readerBesideThis, ...limits });
    return { ...recognised, plan: planSchema.parse(recognised.plan) };
  } catch (error) {
    throw withName(file, error);
  }
}

/** Built, all parts stand side by side; as source, the reader has a folder of its own. */
const extension = path.extname(import.meta.filename);
const readerBesideThis = path.join(import.meta.dirname, extension === '.ts' ? 'read' : '.', `word-reader${extension}`);
