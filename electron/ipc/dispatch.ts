import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Input, Outputs } from '../../shared/ipc/contract.ts';
import { callChannel, type OperationName, operations } from '../../shared/ipc/operations.ts';
import type { Result } from '../../shared/ipc/result.ts';
import { PlanError } from '../../shared/messages.ts';
import { isOwnPage } from '../guard.ts';
import type { AppLog } from '../log.ts';

/** What does the work of each operation. */
export type Handlers = {
  [Name in OperationName]: (input: Input<Name>) => Outputs[Name] | Promise<Outputs[Name]>;
};

/**
 * The one door between page and app. Every call is checked (who asks, what for, with what), done, and answered with
 * its value or its failure; nothing is thrown across.
 */
export function answerCalls(handlers: Handlers, log: AppLog): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Result> => {
    try {
      return { ok: true, json: JSON.stringify(await answer(handlers, event, name, input)) };
    } catch (error) {
      return { ok: false, error: failureOf(error, log) };
    }
  });
}

/** A failure as the page is told it; one that was not expected is written to the log under a reference. */
export function failureOf(error: unknown, log: AppLog) {
  if (error instanceof PlanError) return { code: error.code, details: error.details };
  return { code: 'unexpected' as const, details: { reference: log.unexpected(error) } };
}

async function answer(handlers: Handlers, event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<unknown> {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame || !isOwnPage(frame.url)) throw new PlanError('not-allowed');
  if (!isOperation(name)) throw new PlanError('not-allowed');
  // The page's first question has nothing to be checked, and is not to wait for the schemas.
  if (name === 'start' && input === undefined) return handlers.start(input);
  const { inputs } = await import('../../shared/ipc/contract.ts');
  const checked = inputs[name].safeParse(input);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new PlanError('edit-refused', { where: issue?.path.join(' ') || name, found: issue?.message });
  }
  return handlers[name](checked.data as never);
}

function isOperation(name: unknown): name is OperationName {
  return (operations as readonly unknown[]).includes(name);
}
