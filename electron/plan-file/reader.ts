import { type ErrorCode, type ErrorDetails, PlanError } from '../../shared/messages.ts';
import { type Rows, rowsOf } from './inspect.ts';

/**
 * The entry of the process that reads files of others. It is given the bytes of one file, answers with the rows or with
 * what is wrong, and is ended: whatever such a file does, it does here.
 */
export type Answer = { rows: Rows } | { refused: ErrorCode; details: ErrorDetails };

const { parentPort } = process as unknown as { parentPort?: ElectronPort };

if (parentPort) parentPort.on('message', ({ data }) => parentPort.postMessage(answer(data)));
else process.on('message', (bytes) => process.send?.(answer(bytes as Uint8Array)));

function answer(bytes: Uint8Array): Answer {
  try {
    return { rows: rowsOf(bytes) };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { refused: error.code, details: error.details };
  }
}

/** What Electron puts in the place of Node's messages in a utility process. */
interface ElectronPort {
  on(event: 'message', listen: (message: { data: Uint8Array }) => void): void;
  postMessage(message: Answer): void;
}
