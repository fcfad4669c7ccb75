import type { ErrorCode, ErrorDetails } from '../messages.ts';

/** An expected or unexpected failure, as it crosses to the page; `messages.ts` has the words. */
export interface Failure {
  code: ErrorCode;
  details: ErrorDetails;
}

/** The outcome of an operation. Nothing is ever thrown across the channel. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };
