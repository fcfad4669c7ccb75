import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordKind } from '../../../shared/log/edit.ts';
import { planSchema } from '../../../shared/plan/model.ts';
import { type Fields, looseRecord, recordSchemas, toPlan, toRecords } from '../../../shared/plan/records.ts';
import { brokenRule } from '../../../shared/plan/rules.ts';
import { plans } from '../../support/plan-arbitrary.ts';

test('a plan that was taken apart and put together is the same plan', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      expect(planSchema.parse(plan)).toEqual(plan);
      expect(brokenRule(plan)).toBeUndefined();
      expect(toPlan(toRecords(plan))).toEqual(plan);
    }),
  );
});

test('its records are as they may be, none is loose, and they come out as they went in', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      const records = toRecords(plan);
      expect(looseRecord(records)).toBeUndefined();
      for (const [kind, schema] of Object.entries(recordSchemas)) {
        for (const fields of records[kind as keyof typeof records].values())
          expect(schema.parse(fields)).toEqual(fields);
      }
      expect(toRecords(toPlan(records))).toEqual(records);
    }),
  );
});

test('the order of a list is its keys, whatever order the records come in', () => {
  fc.assert(
    fc.property(plans(), (plan) => {
      const records = Object.entries(toRecords(plan)) as [RecordKind, ReadonlyMap<string, object>][];
      const backwards = records.map(([kind, ofKind]) => [kind, new Map([...ofKind].reverse())]);
      expect(toPlan(Object.fromEntries(backwards))).toEqual(plan);
    }),
  );
});

test('a record that did not change is the same object again, and so is its list', () => {
  fc.assert(
    fc.property(
      plans().filter(({ actions }) => actions.length > 1),
      (plan) => {
        const records = toRecords(plan);
        const before = toPlan(records);
        const [id, action] = [...records.action][0] as [string, Fields<'action'>];
        const changed = new Map(records.action).set(id, { ...action, heading: 'Another' });
        const after = toPlan({ ...records, action: changed }, before);
        expect(after.people).toBe(before.people);
        expect(after.indicators).toBe(before.indicators);
        expect(after.preface).toBe(before.preface);
        expect(after.actions.map((each, index) => each === before.actions[index])).toEqual(
          before.actions.map((each) => each.id !== id),
        );
      },
    ),
  );
});
