import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/ipc/result.ts';
import type { DraftEdit } from '../../shared/log/edit.ts';
import { messageFor, PlanError } from '../../shared/messages.ts';
import { recordsOf } from '../../shared/plan/existing.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { keep } from '../commands.ts';
import { current, tellFailure } from '../store.ts';
import { holdDraft } from './draft.ts';
import { type FieldPlace, placeKey } from './edited.ts';
import { forgetRefused, keepRefused, refusedDraft } from './refused-drafts.ts';

/** How long what was typed may wait before it is sent, in milliseconds: no more than that is ever lost. */
const pause = 600;

interface DraftOptions<Value> {
  place: FieldPlace;
  /** What the plan has. */
  saved: Value;
  /** Whether two values are the same to the plan, as "Q3" and "Q3 " are. */
  same(one: Value, other: Value): boolean;
  /** The edit that gives the plan this value. May throw a `PlanError`, which is told at the field. */
  edit(value: Value, plan: Plan): DraftEdit | undefined;
  /** False for a field that waits to be left, because what is half typed means something else. */
  sendsWhileTyping?: boolean;
}

export interface Draft<Value> {
  /** What the field shows. */
  value: Value;
  /** Whether it holds something that the plan does not have yet. */
  waiting: boolean;
  /** Why the plan refused it, in words. */
  refused: string | undefined;
  change(value: Value): void;
  /** Sends it now: on Enter, or when the field is left. */
  send(): Promise<void>;
  /** To be called when the field is left. */
  leave(): void;
  /** Back to what the plan has. */
  discard(): void;
}

/**
 * What a field holds while it is being typed in. It is sent 600 ms after its first letter that was not, when the field
 * is left or goes away, and when the window closes. What comes in from undo or from another edit shows, unless something
 * is being typed here. What the plan refuses stays in the field, marked, and is there again after a restart.
 */
export function useDraft<Value>(options: DraftOptions<Value>): Draft<Value> {
  const { saved, same, sendsWhileTyping = true } = options;
  const place = placeKey(options.place);
  const [typed, setTyped] = useState<{ value: Value } | null>(() => keptDraft(place));
  const [seen, setSeen] = useState(saved);
  const [refused, setRefused] = useState<string>();

  // The plan has another value than before. What was typed and kept gives way to it; what is still to be sent does not.
  if (seen !== saved) {
    setSeen(saved);
    if (typed && same(typed.value, seen) && !same(typed.value, saved)) setTyped(null);
  }

  const waiting = typed !== null && !same(typed.value, saved);
  const latest = useRef({ ...options, sendsWhileTyping, typed, mounted: true });
  Object.assign(latest.current, options, { sendsWhileTyping, typed });
  const sending = useRef<{ value: Value; done: Promise<void> }>(undefined);

  async function send(): Promise<void> {
    const { typed, saved, same } = latest.current;
    if (typed === null || same(typed.value, saved)) return;
    const before = sending.current;
    if (before) {
      await before.done;
      return before.value === typed.value ? undefined : send();
    }
    const done = deliver(typed.value);
    sending.current = { value: typed.value, done };
    await done;
    sending.current = undefined;
  }

  async function deliver(value: Value): Promise<void> {
    const failure = await outcome(value);
    const { place, mounted } = latest.current;
    setRefused(failure ? wordsFor(failure) : undefined);
    if (!failure) {
      // A field that waits to be left has been, as it were: it shows what the plan has now.
      if (!latest.current.sendsWhileTyping && latest.current.typed?.value === value) setTyped(null);
      return forgetRefused(placeKey(place));
    }
    if (isGone(place)) return;
    keepRefused(placeKey(place), value);
    if (!mounted || failure.code !== 'edit-refused') tellFailure(failure);
  }

  async function outcome(value: Value): Promise<Failure | null> {
    const plan = current().open?.plan;
    if (!plan) return null;
    try {
      const draft = latest.current.edit(value, plan);
      return draft ? await keep(draft) : null;
    } catch (error) {
      if (error instanceof PlanError) return { code: error.code, details: error.details };
      throw error;
    }
  }

  const act = useRef({ send });
  act.current = { send };
  /** When the first letter was typed that is not sent yet. */
  const begun = useRef<number>(undefined);
  useEffect(() => (waiting ? holdDraft(() => act.current.send()) : undefined), [waiting]);
  useEffect(() => {
    if (!waiting) begun.current = undefined;
    if (!waiting || !sendsWhileTyping || typed === null) return;
    // Not put off by the next letter: whoever types without a pause would lose all of it with the window.
    begun.current ??= performance.now();
    const timer = setTimeout(
      () => {
        begun.current = undefined;
        void act.current.send();
      },
      Math.max(0, begun.current + pause - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [waiting, sendsWhileTyping, typed]);
  useEffect(() => {
    latest.current.mounted = true;
    return () => {
      latest.current.mounted = false;
      void act.current.send();
    };
  }, []);

  return {
    value: typed ? typed.value : saved,
    waiting,
    refused: waiting ? refused : undefined,
    send,
    change: (value) => {
      latest.current.typed = { value };
      setTyped({ value });
    },
    leave: () => {
      if (waiting) void send();
      else setTyped(null);
    },
    discard: () => {
      latest.current.typed = null;
      setTyped(null);
      setRefused(undefined);
      forgetRefused(place);
    },
  };
}

function keptDraft<Value>(place: string): { value: Value } | null {
  const value = refusedDraft(place);
  return value === undefined ? null : { value: value as Value };
}

/** What it was typed into was deleted meanwhile. */
function isGone({ kind, id }: FieldPlace): boolean {
  const plan = current().open?.plan;
  return plan === undefined || !recordsOf(plan, kind).some((record) => record.id === id);
}

function wordsFor({ code, details }: Failure): string {
  if (code !== 'edit-refused') return messageFor(code, details).happened;
  return `This is not in the plan yet: it ${details.found ?? 'is not as it should be'}. It stays here until you change it.`;
}
