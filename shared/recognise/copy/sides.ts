import type { Layout } from '../../layout/layout.ts';
import type { RecordKind } from '../../log/edit.ts';
import { recordOf } from '../../plan/existing.ts';
import type { Plan } from '../../plan/model.ts';
import { quote, recordName } from '../../plan/names.ts';

/** What an edited copy is compared with. */
export interface Sides {
  /** As it is now. */
  plan: Plan;
  /** As it was exported. */
  exported: Plan;
  /** As `exported`, with the people called what the page called them. */
  shown: Plan;
  layout: Layout;
}

export function isIn(plan: Plan, kind: RecordKind, id: string): boolean {
  return recordOf(plan, kind, id) !== undefined;
}

/** What a record is called, by the plan as it is now or, where it is there no more, as it was exported. */
export function nameIn({ plan, exported }: Sides, kind: RecordKind, id: string): string {
  return recordName(isIn(plan, kind, id) ? plan : exported, kind, id);
}

/** “: “Q3” → “Q4””; of long texts nothing, since they are shown beside each other. */
export function arrow(before: string, now: string): string {
  if (Math.max(before.length, now.length) > 60 || `${before}${now}`.includes('\n')) return '';
  if (before === '') return `: ${quote(now, 60)} added`;
  return now === '' ? `: ${quote(before, 60)} taken out` : `: ${quote(before, 60)} → ${quote(now, 60)}`;
}
