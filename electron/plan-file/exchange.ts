import { stat } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../../shared/id.ts';
import { bringInLabel, bringTogether, type Together } from '../../shared/log/bring-in.ts';
import { type ToShare, toShare } from '../../shared/log/to-share.ts';
import { PlanError } from '../../shared/messages.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { called, type Files, inTime, readError, readWhole, withName, writeAtomically } from '../files.ts';
import { type ReadingLimits, readUntrusted } from '../untrusted.ts';
import { type Contents, contentsOf } from './contents.ts';
import { type PlanFileEnvironment, signature } from './environment.ts';
import { checkHeader, largest, ofLargest } from './header.ts';
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

/** Reads what a file says with its whole log. @throws PlanError with one of the codes of opening */
export async function readContents(file: string, limits?: ReadingLimits): Promise<Contents> {
  return contentsOfBytes(await readPlanBytes(file), file, limits);
}

/**
 * Brings a copy into a plan file, without a working copy. The file is the old one or the new one, whole, at every instant.
 * @throws PlanError of opening, of bringing together or of writing; the file is then as it was
 */
export async function mergeFiles(
  mine: string,
  theirs: string,
  env: Pick<PlanFileEnvironment, 'now'> & Partial<PlanFileEnvironment>,
): Promise<{ before: Contents; together: Together }> {
  const bytes = await readPlanBytes(mine, env.files);
  const before = await contentsOfBytes(bytes, mine, env.reading);
  const other = await readContents(theirs, env.reading);
  const together = named(theirs, () =>
    bringTogether(before, other, (cameIn, target) => ({
      id: (env.newId ?? newId)(),
      at: env.now().toISOString(),
      author: signature(env.author ?? ''),
      device: signature(env.device ?? ''),
      label: bringInLabel(cameIn, path.basename(theirs)),
      kind: 'merge',
      target,
    })),
  );
  if (together.news !== 'none') {
    await writeAtomically(mine, bytesOf(together), {
      ...(env.files && { files: env.files }),
      before: async (target) => {
        const now = await readWhole(target, env.files);
        if (Buffer.compare(now, bytes) !== 0) throw new PlanError('target-changed', called(mine));
      },
    });
  }
  return { before, together };
}

/** Writes a copy of a plan file for somebody else. @throws PlanError of opening or writing */
export async function shareFile(file: string, to: string, what: ToShare): Promise<void> {
  await writeAtomically(to, bytesOf(toShare(await readContents(file), what)));
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
    return contentsOf(
      upToDate(await readUntrusted<Rows>(bytes, { reader: readerBesideThis, memory: ofLargest, ...limits })),
    );
  } catch (error) {
    throw withName(file, error);
  }
}

/** Built, or as source: of the same kind as this file. */
const readerBesideThis = path.join(import.meta.dirname, `reader${path.extname(import.meta.filename)}`);

async function refuseBySize(file: string): Promise<void> {
  const found = await inTime(stat(file)).catch((error) => {
    throw readError(error, file);
  });
  // A folder, or a device that would go on for ever.
  if (!found.isFile()) throw new PlanError('not-a-plan', called(file));
  if (found.size > largest) throw new PlanError('too-large', called(file));
}

/** Runs what does not know what the file is called that it finds an error in. */
export function named<Result>(file: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw withName(file, error);
  }
}
