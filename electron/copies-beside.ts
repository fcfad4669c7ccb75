import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { PlanError } from '../shared/messages.ts';
import type { PlanFile } from './plan-file/plan-file.ts';

/** How many files beside a plan are looked into. */
const most = 6;

/** A copy of a plan beside its file, with how many edits it has that the plan has not, and whose. */
export interface CopyBeside {
  path: string;
  edits: number;
  by: string[];
}

/**
 * The copies that OneDrive and others leave beside a file where two people changed it ("Plan-PC01", "Plan (1)", "Plan
 * (Sam's conflicted copy)"), and any other: files whose names begin as the plan's own, that are copies of it, and that
 * know of something which it does not. They are read as every file of somebody else is.
 */
export async function copiesBeside(plan: PlanFile): Promise<CopyBeside[]> {
  const { readContents } = await import('./plan-file/exchange.ts');
  const folder = path.dirname(plan.path);
  const names = await readdir(folder).catch(() => []);
  const found: CopyBeside[] = [];
  for (const name of names.filter((each) => isNamedAfter(each, path.basename(plan.path))).slice(0, most)) {
    try {
      const contents = await readContents(path.join(folder, name));
      const here = new Set(plan.log().edits.map(({ id }) => id));
      const news = contents.edits.filter(({ id }) => !here.has(id));
      if (contents.plan.id !== plan.state.plan.id || news.length === 0) continue;
      const by = [...new Set(news.map(({ author }) => author.trim()).filter((author) => author !== ''))];
      found.push({ path: path.join(folder, name), edits: news.length, by });
    } catch (error) {
      // What cannot be read is no copy that could be brought in. Whoever opens it is told why.
      if (!(error instanceof PlanError)) throw error;
    }
  }
  return found;
}

/** "Plan (1).wresplan", "Plan-PC01.wresplan" and the like; not "Planning.wresplan", and not the plan itself. */
export function isNamedAfter(name: string, plan: string): boolean {
  const extension = '.wresplan';
  const stem = plan.toLowerCase().slice(0, -extension.length);
  const [other, its] = [name.toLowerCase(), name.toLowerCase().slice(stem.length, -extension.length)];
  return other.endsWith(extension) && other.startsWith(stem) && /^[ _(–-]/.test(its);
}
