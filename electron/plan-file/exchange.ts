import { stat } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../../shared/id.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { called, type Files, readError, readWhole, withName, writeAtomically } from '../files.ts';
import { type ReadingLimits, readUntrusted } from '../untrusted.ts';
import { type Contents, contentsOf } from './contents.ts';
import type { PlanFileEnvironment } from './environment.ts';
import { checkHeader, largest } from './header.ts';
import type { Rows } from './inspect.ts';
import { newContents } from './new-contents.ts';
import { upToDate } from './up-to-date.ts';
import { bytesOf } from './working-copy.ts';

/** Reads the plan of a file, without a working copy. @throws PlanError with one of the codes of opening */
export async function readPlan(file: string, limits?: ReadingLimits): Promise<Plan> {
  return (await contentsOfBytes(await readPlanBytes(file), file, limits)).plan;
}

/** Makes a plan file, without a working copy, in place of whatever is there. @throws PlanError of writing */
export async function writePlan(
  file: string,
  plan: Plan,
  env: Pick<PlanFileEnvironment, 'now'> & Partial<PlanFileEnvironment>,
): Promise<void> {
  const contents = newContents(plan, { author: '', device: '', newId, ...env });
  await writeAtomically(file, bytesOf(contents), env.files ? { files: env.files } : {});
}

/** The bytes of a file, if by its size and its first 100 bytes it can be a plan. */
export async function readPlanBytes(file: string, files?: Files): Promise<Uint8Array> {
  await refuseBySize(file);
  const bytes = await readWhole(file, files);
  named(file, () => checkHeader(bytes));
  return bytes;
}

/** What the bytes of a file say, read in a process of its own and checked to the last rule. */
export async function contentsOfBytes(bytes: Uint8Array, file: string, limits?: ReadingLimits): Promise<Contents> {
  try {
    return contentsOf(upToDate(await readUntrusted<Rows>(bytes, { reader: readerBesideThis, ...limits })));
  } catch (error) {
    throw withName(file, error);
  }
}

/** Built, or as source: of the same kind as this file. */
const readerBesideThis = path.join(import.meta.dirname, `reader${path.extname(import.meta.filename)}`);

async function refuseBySize(file: string): Promise<void> {
  const found = await stat(file).catch((error) => {
    throw readError(error, file);
  });
  // A folder, or a device that would go on for ever.
  if (!found.isFile()) throw new PlanError('not-a-plan', called(file));
  if (found.size > largest) throw new PlanError('too-large', called(file));
}

function named<Result>(file: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw withName(file, error);
  }
}
