import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { newId } from '../shared/id.ts';
import { builtInLayouts } from '../shared/layout/built-in.ts';
import type { Omission } from '../shared/layout/page.ts';
import { PlanError } from '../shared/messages.ts';
import { parsePlanJson } from '../shared/plan/json.ts';
import type { Plan } from '../shared/plan/model.ts';
import { exportPlan } from './export.ts';
import { called, readWhole } from './files.ts';
import { readPlan, writePlan } from './plan-file/exchange.ts';
import { verify } from './plan-file/verify.ts';

/** Where a command writes to, and the clock that it goes by. */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
  now(): Date;
}

const commands = { import: importPlan, export: exportTo, verify: verifyPlan, layouts: listLayouts };

const usage = `WRES Planner without a window:
  import <plan.json> <out.wresplan>     make a plan file from plan JSON
  export <plan.wresplan | plan.json> [--layout <id>] [--plain] [--as-at 2026-10-31] <out.docx | out.json>
  verify <plan.wresplan>                check that a plan file is whole
  layouts                               list the layouts`;

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
  const [from, to] = operands(args, 2, 'import takes a plan JSON file and the plan file to make');
  mustEndIn(to, '.wresplan');
  // A plan file holds edits that no plan JSON has: it is never replaced by one.
  if (existsSync(to)) throw new PlanError('target-exists', called(to));
  await writePlan(to, await readJson(from), { now });
  out(`Made ${to}`);
}

async function exportTo(args: string[], { out, now }: Terminal): Promise<void> {
  const { values, positionals } = read(args, {
    layout: { type: 'string' },
    plain: { type: 'boolean' },
    'as-at': { type: 'string' },
  });
  const [from, to] = operands(positionals, 2, 'export takes a plan and the file to write');
  mustEndIn(to, '.docx', '.json');
  const asAt = values['as-at'] ?? today(now());
  if (!z.iso.date().safeParse(asAt).success) {
    throw new PlanError('wrong-use', { found: `“${asAt}” is not a day: write --as-at as 2026-10-31.` });
  }
  const plan = from.toLowerCase().endsWith('.json') ? await readJson(from) : await readPlan(from);
  const { layout, omitted } = await exportPlan(plan, { layout: values.layout, plain: values.plain, asAt }, to);
  out(`Wrote ${to}${layout ? ` in the layout “${layout}”${values.plain ? ', plain' : ''}` : ''}`);
  if (omitted.length > 0) out(`Not in this layout: ${omissions(omitted)}`);
}

async function verifyPlan(args: string[], { out }: Terminal): Promise<void> {
  const [file] = operands(args, 1, 'verify takes one plan file');
  for (const line of await verify(file)) out(line);
}

async function listLayouts(args: string[], { out }: Terminal): Promise<void> {
  operands(args, 0, 'layouts takes nothing more');
  const width = Math.max(...builtInLayouts.map(({ id }) => id.length));
  for (const { id, title } of builtInLayouts) out(`${id.padEnd(width)}  ${title}`);
}

/** "leads (44), due dates (12)" */
function omissions(omitted: Omission[]): string {
  return omitted.map(({ what, count }) => `${what} (${count})`).join(', ');
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

function operands(args: string[], count: 0, otherwise: string): [];
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
