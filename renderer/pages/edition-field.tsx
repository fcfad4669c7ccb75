import { wordingChanges } from '../../shared/indicator-sets/wording-changes.ts';
import { editions, indicatorSet } from '../../shared/indicator-sets.ts';
import type { Standard } from '../../shared/plan/model.ts';
import { listed } from '../../shared/plan/names.ts';
import { LabelledSelect, Note } from '../ui/form.tsx';

interface EditionFieldProps {
  standard: Standard;
  edition: string;
  onChange(edition: string): void;
}

/** Which edition words the indicators, with what is to know of it. */
export function EditionField({ standard, edition, onChange }: EditionFieldProps) {
  const set = indicatorSet(standard, edition);
  const known = editions(standard);
  const options = (known.includes(edition) ? known : [edition, ...known]).map(
    (each) => [each, yearsOf(standard, each)] as const,
  );
  return (
    <>
      <LabelledSelect label="Edition" value={edition} options={options} onChange={onChange} />
      <Note>
        {set?.note ?? 'No wording of this edition is known: its indicators are to be worded by hand.'}
        {set?.check && ` Before you quote it, check: ${set.check.charAt(0).toLowerCase()}${set.check.slice(1)}.`}
        {set && ` ${sinceWords(standard, set.edition)}`}
      </Note>
    </>
  );
}

/** "2023 (2023 to 2024)" */
function yearsOf(standard: Standard, edition: string): string {
  const { from, to } = indicatorSet(standard, edition)?.years ?? {};
  if (from === undefined) return edition;
  if (to === null) return `${edition}, the newest`;
  return from === to ? edition : `${edition}, also used in ${to}`;
}

/** What changed with it. */
function sinceWords(standard: Standard, edition: string): string {
  const known = editions(standard);
  const before = known[known.indexOf(edition) + 1];
  if (before === undefined) return '';
  const numbers = wordingChanges(standard, before, edition).map(({ number }) => number);
  if (numbers.length === 0) return `All wordings are those of ${before}.`;
  const which = numbers.length === indicatorSet(standard, edition)?.indicators.length ? 'all' : listed(numbers, 20);
  return `Worded otherwise than in ${before}: ${which}.`;
}
