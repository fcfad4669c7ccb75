/** A source of ids that are told apart and are the same in every run: UUIDs that count from 1. */
export function counter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  };
}
