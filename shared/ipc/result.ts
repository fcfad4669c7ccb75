import type { ErrorCode, ErrorDetails } from '../messages.ts';

/** An expected or unexpected failure, as it crosses to the page; `messages.ts` has the words. */
export interface Failure {
  code: ErrorCode;
  details: ErrorDetails;
}

/**
 * The outcome of an operation. Nothing is ever thrown across the channel. The value crosses as JSON: a plan of thousands
 * of actions takes ten times as long piece by piece, through the bridge between preload and page.
 */
export type Result = { ok: true; json: string } | { ok: false; error: Failure };
