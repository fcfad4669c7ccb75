import type { AppEvent, Input, Outputs } from '../shared/ipc/contract.ts';
import type { OperationName } from '../shared/ipc/operations.ts';
import type { Failure, Result } from '../shared/ipc/result.ts';
import { messageFor, sentence } from '../shared/messages.ts';

/** What the preload gives the page, and all that the page has. */
type Bridge = Record<Exclude<OperationName, 'openDropped'>, (input?: unknown) => Promise<Result>> & {
  openDropped(file: File): Promise<Result>;
  listen(listener: (event: AppEvent) => void): void;
};

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
export async function callApp<Name extends Exclude<OperationName, 'openDropped'>>(
  name: Name,
  ...[input]: Input<Name> extends undefined ? [] : [Input<Name>]
): Promise<Outputs[Name]> {
  return taken(await window.wres[name](input));
}

/** Opens a file that was dropped on the window. Throws `CallFailed`. */
export async function openDroppedFile(file: File): Promise<Outputs['openDropped']> {
  return taken(await window.wres.openDropped(file));
}

function taken<T>(result: Result): T {
  if (result.ok) return JSON.parse(result.json) as T;
  throw new CallFailed(result.error);
}
