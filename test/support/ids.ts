/**
 * A source of ids that are told apart and are the same in every run: UUIDs that count from 1.
 * @param first the digit that each begins with, so that two sources never give the same
 */
export function counter(first = '0'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${first}0000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  };
}
