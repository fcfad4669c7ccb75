import { useState } from 'react';

/** What is being typed in a field, which begins anew where the value itself becomes another: by undo, say. */
export function useTyped(value: string): [typed: string, type: (words: string) => void] {
  const [state, setState] = useState({ value, typed: value });
  const now = state.value === value ? state : { value, typed: value };
  if (now !== state) setState(now);
  return [now.typed, (typed) => setState({ value, typed })];
}
