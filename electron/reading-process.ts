import { type ErrorCode, type ErrorDetails, PlanError } from '../shared/messages.ts';

/** What a process that reads files of others answers: what it read, or what is wrong. */
export type Answer<Value> = { value: Value } | { refused: ErrorCode; details: ErrorDetails };

const { parentPort } = process as unknown as { parentPort?: ElectronPort };

/**
 * Makes this the process that reads files of others. It is given the bytes of one file, answers, and is ended: whatever
 * such a file does, it does here.
 */
export function answerWith<Value>(read: (bytes: Uint8Array) => Value): void {
  const answer = (bytes: Uint8Array): Answer<Value> => {
    try {
      return { value: read(bytes) };
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      return { refused: error.code, details: error.details };
    }
  };
  if (parentPort) parentPort.on('message', ({ data }) => parentPort.postMessage(answer(data)));
  else process.on('message', (bytes) => process.send?.(answer(bytes as Uint8Array)));
}

/** What Electron puts in the place of Node's messages in a utility process. */
interface ElectronPort {
  on(event: 'message', listen: (message: { data: Uint8Array }) => void): void;
  postMessage(message: Answer<unknown>): void;
}
