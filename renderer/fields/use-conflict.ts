import { useStore } from '../store.ts';
import type { FieldPlace } from './edited.ts';

/** Who set a field otherwise in a copy, while nobody has decided; undefined where nobody did. */
export function useConflict({ kind, id, field }: FieldPlace): readonly string[] | undefined {
  return useStore(
    ({ open }) => open?.conflicts.find((each) => each.id === id && each.field === field && each.kind === kind)?.others,
  );
}
