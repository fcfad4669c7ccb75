import { v7 } from 'uuid';

/** A new UUID, version 7: it begins with the time, so that ids sort as they were made. */
export function newId(): string {
  return v7();
}

/** When such an id was made, in milliseconds since 1970. */
export function madeAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}
