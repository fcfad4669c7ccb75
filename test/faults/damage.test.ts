import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../electron/plan-file/content-hash.ts';
import { contentsOf } from '../../electron/plan-file/contents.ts';
import { openChecked, rowsOf } from '../../electron/plan-file/inspect.ts';
import { newContents } from '../../electron/plan-file/new-contents.ts';
import { bytesOf } from '../../electron/plan-file/working-copy.ts';
import { newId } from '../../shared/id.ts';
import { PlanError } from '../../shared/messages.ts';
import { smallPlan } from './small-plan.ts';
import { amount, attempt } from './tried.ts';

const good = bytesOf(
  newContents(smallPlan(), { author: 'EDI officer', device: 'desk', now: () => new Date(0), newId }),
);
const page = 4_096;
const pages = good.length / page;

const damage = fc.oneof(
  fc.record({ how: fc.constant('flip' as const), at: fc.nat(good.length - 1), value: fc.nat(7) }),
  fc.record({ how: fc.constant('byte' as const), at: fc.nat(good.length - 1), value: fc.nat(255) }),
  fc.record({ how: fc.constant('cut' as const), at: fc.nat(good.length - 1), value: fc.constant(0) }),
  fc.record({ how: fc.constant('blank' as const), at: fc.nat(pages - 1), value: fc.constant(0) }),
  fc.record({ how: fc.constant('swap' as const), at: fc.nat(pages - 1), value: fc.nat(pages - 1) }),
);

function damaged(how: string, at: number, value: number): Buffer {
  const bytes = Buffer.from(how === 'cut' ? good.subarray(0, at) : good);
  if (how === 'flip') bytes[at] = (good[at] as number) ^ (1 << value);
  if (how === 'byte') bytes[at] = value;
  if (how === 'blank') bytes.fill(0, at * page, (at + 1) * page);
  if (how === 'swap') {
    good.copy(bytes, at * page, value * page, (value + 1) * page);
    good.copy(bytes, value * page, at * page, (at + 1) * page);
  }
  return bytes;
}

test('a bit or byte changed, a part cut off, moved or blanked: refused in words, or the same content', () =>
  attempt('a damaged file', async () => {
    const { db } = openChecked(good);
    const hash = contentHash(db);
    db.close();
    const numRuns = amount(5_000);
    fc.assert(
      fc.property(damage, ({ how, at, value }) => {
        const bytes = damaged(how, at, value);
        try {
          expect(contentsOf(rowsOf(bytes)).plan).toEqual(smallPlan());
          const again = openChecked(bytes).db;
          expect(contentHash(again)).toBe(hash);
          again.close();
        } catch (error) {
          if (!(error instanceof PlanError)) throw error;
        }
      }),
      { numRuns },
    );
    return numRuns;
  }));
