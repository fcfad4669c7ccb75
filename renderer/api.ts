import type { AppEvent, Input, Outputs } from '../shared/ipc/contract.ts';
import type { OperationName } from '../shared/ipc/operations.ts';
import type { Failure, Result } from '../shared/ipc/result.ts';
import { messageFor, sentence } from '../shared/messages.ts';

/** What the preload gives the page, and all that the page has. */
type Bridge = Record<Exclude<OperationName, OfDropped>, (input?: unknown) => Promise<Result>> &
  Record<OfDropped, (file: File) => Promise<Result>> & {
    listen(listener: (event: AppEvent) => void): void;
  };

/** The operations that take a file which was dropped on the window. */
type OfDropped = 'openDropped' | 'readDroppedWord';

declare global {
  interface Window {
    wres: Bridge;
  }
}

/** An operation that failed, as an error to be thrown in the page. */
export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(sentence(messageFor(failure.code, failure.details)));
    this.failure = failure;
  }
}

/** Asks the app for something. Throws `CallFailed` with the failure. */
export async function callApp<Name extends Exclude<OperationName, OfDropped>>(
  name: Name,
  ...[input]: Input<Name> extends undefined ? [] : [Input<Name>]
): Promise<Outputs[Name]> {
  return taken(await window.wres[name](input));
}

/** Does something with a file that was dropped on the window. Throws `CallFailed`. */
export async function callWithDropped<Name extends OfDropped>(name: Name, file: File): Promise<Outputs[Name]> {
  return taken(await window.wres[name](file));
}

function taken<T>(result: Result): T {
  if (result.ok) return JSON.parse(result.json) as T;
  throw new CallFailed(result.error);
}
