import { stat } from 'node:fs/promises';
import path from 'node:path';
import { PlanError } from '../../shared/messages.ts';
import { planSchema } from '../../shared/plan/model.ts';
import type { WordDocument } from '../../shared/recognise/document.ts';
import type { Recognised } from '../../shared/recognise/recognise.ts';
import { called, readError, readWhole, withName } from '../files.ts';
import { type ReadingLimits, readUntrusted } from '../untrusted.ts';
import { limits as sizes } from './read/zip.ts';

/**
 * The plan that a Word file holds, read in a process of its own.
 * @throws PlanError of opening, `not-word`, `old-word`, `word-password`, `word-too-large`, `word-no-plan` or `reader-stopped`
 */
export async function bringIn(file: string, limits?: ReadingLimits): Promise<Recognised> {
  const recognised = await readBy<Recognised>('word-reader', file, limits);
  return { ...recognised, plan: planSchema.parse(recognised.plan) };
}

/**
 * What stands in a Word file, for a review of what is to be made of it; read in a process of its own.
 * @throws PlanError as `bringIn` does; `word-no-plan` only where there is no table at all
 */
export function readForReview(file: string, limits?: ReadingLimits): Promise<WordDocument> {
  return readBy<WordDocument>('document-reader', file, limits);
}

async function readBy<Value>(reader: string, file: string, limits: ReadingLimits | undefined): Promise<Value> {
  const found = await stat(file).catch((error) => {
    throw readError(error, file);
  });
  if (!found.isFile()) throw new PlanError('not-word', called(file));
  if (found.size > sizes.file)
    throw new PlanError('word-too-large', { ...called(file), found: 'it has more than 20 MB' });
  const bytes = await readWhole(file);
  try {
    return await readUntrusted<Value>(bytes, { reader: beside(reader), ...limits });
  } catch (error) {
    throw withName(file, error);
  }
}

/** Built, all parts stand side by side; as source, the readers have a folder of their own. */
function beside(reader: string): string {
  const extension = path.extname(import.meta.filename);
  return path.join(import.meta.dirname, extension === '.ts' ? 'read' : '.', `${reader}${extension}`);
}
