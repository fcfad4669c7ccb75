import { v7 } from 'uuid';

/** A new UUID, version 7: it begins with the time, so that ids sort as they were made. */
export function newId(): string {
  return v7();
}
