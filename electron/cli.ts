import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { newId } from '../shared/id.ts';
import { layoutsOf } from '../shared/layout/layouts-of.ts';
import type { Omission } from '../shared/layout/page.ts';
import { type Undecided, undecidedInWords } from '../shared/layout/undecided.ts';
import { conflictsOf } from '../shared/log/conflicts.ts';
import { changesSince, historyOf, sentenceOf } from '../shared/log/history.ts';
import { reportOf, told } from '../shared/log/report.ts';
import { conflictsTold } from '../shared/log/told.ts';
import { PlanError } from '../shared/messages.ts';
import { longDate } from '../shared/plan/due.ts';
import { financialYear } from '../shared/plan/financial-year.ts';
import { parsePlanJson } from '../shared/plan/json.ts';
import type { Plan } from '../shared/plan/model.ts';
import { firstProblem } from '../shared/plan/problem.ts';
import { rollOnSchema } from '../shared/plan/roll-on/options.ts';
import { isUnknownEdition, rollOn } from '../shared/plan/roll-on/roll-on.ts';
import { rollOnInWords } from '../shared/plan/roll-on/told.ts';
import { exportPlan } from './export.ts';
import { called, readWhole, writeAtomically } from './files.ts';
import { mergeFiles, readContents, shareFile, writePlan } from './plan-file/exchange.ts';
import { verify } from './plan-file/verify.ts';
import { readingInWords, readingReport } from './reading-report.ts';
import { bringIn } from './word/bring-in.ts';

/** Where a command writes to, and the clock that it goes by. */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
  now(): Date;
}

const commands = {
  import: importPlan,
  export: exportTo,
  verify: verifyPlan,
  merge: mergePlans,
  history: tellHistory,
  share: sharePlan,
  'roll-on': rollOnTo,
  layouts: listLayouts,
};

const usage = `WRES Planner without a window:
  import <plan.json> <out.wresplan>     make a plan file from plan JSON
  import <plan.docx | .xlsx | .csv> <out.wresplan> [--report <report.json>]
                                        make one from Word, Excel or a table of text; say what was read, what is in doubt
  export <plan.wresplan | plan.json> [--layout <id or title>] [--plain] [--as-at 2026-10-31] <out.docx | out.xlsx | out.json>
  verify <plan.wresplan>                check that a plan file is whole
  merge <mine> <theirs> [--report <report.json>]   bring a copy of the plan into mine
  history <plan.wresplan> [--since 2026-09-01]     what happened, or what has changed since a day
  share <plan.wresplan> <out.wresplan> [--without-history] [--without-names]   a copy for somebody else
  roll-on <plan> --to 2027-28 <out.wresplan> [--finished summary|leave|carry] [--dates move|clear|keep]
          [--ratings not-begun|none] [--edition 2025] [--title <title>] [--without-notes] [--report <report.json>]
                                        next year’s plan, made from this one, which stays as it is
  layouts [<plan>]                      list the layouts, with those of the plan’s own`;

/** True where the program was started with one of the commands, so that no window is wanted. */
export function isCommand(word: string | undefined): boolean {
  return word !== undefined && Object.hasOwn(commands, word);
}

/** Runs one command. Returns the exit code: 0, 1 with one sentence on the error line, or 2 for wrong use. */
export async function runCli(args: string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || !isCommand(name)) throw new PlanError('wrong-use', { found: unknownCommand(name) });
    await commands[name as keyof typeof commands](rest, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    terminal.error(error.message);
    if (error.code !== 'wrong-use') return 1;
    terminal.error(usage);
    return 2;
  }
}

async function importPlan(args: string[], { out, now }: Terminal): Promise<void> {
  const { values, positionals } = read(args, { report: { type: 'string' } });
  const [from, to] = operands(
    positionals,
    2,
    'import takes a plan (JSON, Word, Excel or CSV) and the plan file to make',
  );
  mustEndIn(to, '.wresplan');
  const foreign = /\.(?:do[ct][xm]?|xl[st][xm]?|csv|tsv)$/i.test(from);
  if (values.report !== undefined) {
    if (!foreign) throw new PlanError('wrong-use', { found: 'Plan JSON needs no --report.' });
    mustEndIn(values.report, '.json');
  }
  // A plan file holds edits that no plan JSON has: it is never replaced by one.
  if (existsSync(to)) throw new PlanError('target-exists', called(to));
  const recognised = foreign ? await bringIn(from) : undefined;
  await writePlan(to, recognised?.plan ?? (await readJson(from)), { now });
  out(`Made ${to}`);
  if (!recognised) return;
  for (const line of readingInWords(recognised)) out(line);
  if (values.report === undefined) return;
  await writeAtomically(values.report, new TextEncoder().encode(readingReport(recognised)));
  out(`Wrote ${values.report}`);
}

async function exportTo(args: string[], { out, now }: Terminal): Promise<void> {
  const { values, positionals } = read(args, {
    layout: { type: 'string' },
    plain: { type: 'boolean' },
    'as-at': { type: 'string' },
  });
  const [from, to] = operands(positionals, 2, 'export takes a plan and the file to write');
  mustEndIn(to, '.docx', '.xlsx', '.json');
  const asAt = values['as-at'] ?? today(now());
  if (!z.iso.date().safeParse(asAt).success) {
    throw new PlanError('wrong-use', { found: `“${asAt}” is not a day: write --as-at as 2026-10-31.` });
  }
  const { plan, edit, undecided } = await readAny(from);
  const options = { layout: values.layout, plain: values.plain, asAt, edit, undecided };
  const { layout, omitted } = await exportPlan(plan, options, to);
  out(`Wrote ${to}${layout ? ` in the layout “${layout}”${values.plain ? ', plain' : ''}` : ''}`);
  const said = to.toLowerCase().endsWith('.json') ? 'which plan JSON has no place for' : 'and said in it';
  if (undecided.length > 0) out(`Not decided yet, ${said}: ${undecided.length}`);
  if (omitted.length > 0) out(`Not in this layout: ${omissions(omitted)}`);
}

async function verifyPlan(args: string[], { out }: Terminal): Promise<void> {
  const [file] = operands(args, 1, 'verify takes one plan file');
  for (const line of await verify(file)) out(line);
}

async function mergePlans(args: string[], { out, now }: Terminal): Promise<void> {
  const { values, positionals } = read(args, { report: { type: 'string' } });
  const [mine, theirs] = operands(positionals, 2, 'merge takes your plan file and the copy to bring into it');
  if (values.report !== undefined) mustEndIn(values.report, '.json');
  const { before, together } = await mergeFiles(mine, theirs, { now });
  const report = reportOf(before.records, together);
  if (values.report !== undefined) {
    await writeAtomically(values.report, Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
  }
  for (const line of told(report, path.basename(mine), path.basename(theirs))) out(line);
}

async function tellHistory(args: string[], { out }: Terminal): Promise<void> {
  const { values, positionals } = read(args, { since: { type: 'string' } });
  const [file] = operands(positionals, 1, 'history takes one plan file');
  const since = values.since;
  if (since !== undefined && !z.iso.date().safeParse(since).success) {
    throw new PlanError('wrong-use', { found: `“${since}” is not a day: write --since as 2026-09-01.` });
  }
  const contents = await readContents(file);
  if (since !== undefined) {
    const changed = changesSince(contents, { day: since });
    for (const each of changed) out(sentenceOf(each));
    if (changed.length === 0) out(`Nothing has changed since ${longDate(since)}.`);
    return;
  }
  for (const { day, author, entries } of historyOf(contents)) {
    out(`${day === null ? 'Before it was shared' : longDate(day)}${author ? `, ${author}` : ''}`);
    for (const { label, broughtInBy } of entries) out(`  ${label}${broughtInBy ? ' (came in with a copy)' : ''}`);
  }
}

async function sharePlan(args: string[], { out }: Terminal): Promise<void> {
  const { values, positionals } = read(args, {
    'without-history': { type: 'boolean', default: false },
    'without-names': { type: 'boolean', default: false },
  });
  const [from, to] = operands(positionals, 2, 'share takes a plan file and the copy to make');
  mustEndIn(to, '.wresplan');
  if (existsSync(to)) throw new PlanError('target-exists', called(to));
  const { 'without-history': noHistory, 'without-names': noNames } = values;
  await shareFile(from, to, { history: !noHistory, names: noNames ? 'posts' : 'all' });
  out(
    `Made ${to}${noHistory ? ', without its history' : ''}${noNames ? ', without names but for those of posts and teams' : ''}`,
  );
}

async function rollOnTo(args: string[], { out, now }: Terminal): Promise<void> {
  const { values, positionals } = read(args, {
    to: { type: 'string' },
    finished: { type: 'string', default: 'summary' },
    dates: { type: 'string', default: 'move' },
    ratings: { type: 'string', default: 'not-begun' },
    edition: { type: 'string' },
    title: { type: 'string' },
    'without-notes': { type: 'boolean' },
    report: { type: 'string' },
  });
  const [from, to] = operands(positionals, 2, 'roll-on takes last year’s plan and the plan file to make');
  mustEndIn(to, '.wresplan');
  if (values.report !== undefined) mustEndIn(values.report, '.json');
  const { to: period, report: _, 'without-notes': withoutNotes, ...rest } = values;
  if (period === undefined) throw new PlanError('wrong-use', { found: 'Say which year: --to 2027-28.' });
  const options = rollOnSchema.safeParse({ ...rest, period: periodCalled(period), notes: !withoutNotes });
  if (!options.success) {
    const { where, found } = firstProblem(options.error, 'an option');
    throw new PlanError('wrong-use', { found: `--${where} ${found}.` });
  }
  if (existsSync(to)) throw new PlanError('target-exists', called(to));
  const { plan: old } = await readAny(from);
  const { plan, report } = rollOn(old, options.data, today(now()), newId);
  await writePlan(to, plan, { now });
  out(`Made ${to}`);
  if (values.edition !== undefined && isUnknownEdition(old, values.edition)) {
    out(
      `Nothing is known of the edition “${values.edition}”: that of ${plan.edition} is used, the newest that had begun.`,
    );
  }
  for (const line of rollOnInWords(report)) out(line);
  if (values.report === undefined) return;
  await writeAtomically(values.report, Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
  out(`Wrote ${values.report}`);
}

/** The period of financial years that goes by this name: "2027-28", or "2027-30" of three. */
function periodCalled(label: string): Plan['period'] {
  const [, first, last] = /^(20\d\d)[-–/](?:20)?(\d\d)$/.exec(label) ?? [];
  const [from, to] = [Number(first), 2000 + Number(last)];
  if (!(from < to)) throw new PlanError('wrong-use', { found: `“${label}” is not a year: write --to as 2027-28.` });
  return { from: financialYear(from).from, to: financialYear(to - 1).to, label };
}

async function listLayouts(args: string[], { out }: Terminal): Promise<void> {
  const [file] = args.length === 0 ? [] : operands(args, 1, 'layouts takes one plan, or nothing');
  const layouts = layoutsOf(file === undefined ? {} : (await readAny(file)).plan);
  const width = Math.max(...layouts.map(({ id }) => id.length));
  for (const { id, title } of layouts) out(`${id.padEnd(width)}  ${title}`);
}

/** "leads (44), due dates (12)" */
function omissions(omitted: Omission[]): string {
  return omitted.map(({ what, count }) => `${what} (${count})`).join(', ');
}

/** A plan, the newest edit of its log, and what is not decided in it between copies, in sentences. */
async function readAny(file: string): Promise<{ plan: Plan; edit?: string | undefined; undecided: Undecided[] }> {
  if (file.toLowerCase().endsWith('.json')) return { plan: await readJson(file), undecided: [] };
  const { plan, records, ...log } = await readContents(file);
  const nobody = () => false;
  const undecided = undecidedInWords(conflictsTold(conflictsOf(log, records), records, plan, nobody));
  return { plan, edit: log.edits.at(-1)?.id, undecided };
}

async function readJson(file: string): Promise<Plan> {
  const bytes = await readWhole(file);
  return parsePlanJson(new TextDecoder().decode(bytes), newId, path.basename(file));
}

function read<const Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new PlanError('wrong-use', { found: `${error instanceof Error ? error.message : error}.` });
  }
}

function operands(args: string[], count: 1, otherwise: string): [string];
function operands(args: string[], count: 2, otherwise: string): [string, string];
function operands(args: string[], count: number, otherwise: string): string[] {
  const flag = args.find((arg) => arg.startsWith('--'));
  if (flag) throw new PlanError('wrong-use', { found: `There is no option ${flag}.` });
  if (args.length !== count) throw new PlanError('wrong-use', { found: `${otherwise}.` });
  return args;
}

function mustEndIn(file: string, ...endings: string[]): void {
  if (endings.includes(path.extname(file).toLowerCase())) return;
  throw new PlanError('wrong-use', { found: `The name of the file to write should end in ${endings.join(' or ')}.` });
}

function unknownCommand(name: string | undefined): string {
  return name === undefined ? 'Say what to do.' : `There is no command “${name}”.`;
}

/** The day on the person's own calendar, YYYY-MM-DD. */
function today(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
