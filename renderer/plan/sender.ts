import type { PlanView } from '../../shared/ipc/contract.ts';
import type { Message } from '../../shared/messages.ts';
import { dayAndTime, uncapitalised } from '../ui/words.ts';

/** Whose copy this is, and what becomes of it. */
export function senderMessage({ author, at }: NonNullable<PlanView['sentBy']>, now = new Date()): Message {
  const when = dayAndTime(at, now);
  return {
    happened: `This is a copy of the plan that ${author} sent ${/^[TY]/.test(when) ? uncapitalised(when) : `on ${when}`}.`,
    safe: 'What you change is saved in this file.',
    next: `When you are done, send the file back to ${author}: Show in folder, in the File menu, leads to it.`,
  };
}
