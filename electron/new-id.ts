import { v7 } from 'uuid';

/** A new UUID, version 7: ids that are made one after the other also sort so. */
export function newId(): string {
  return v7();
}
