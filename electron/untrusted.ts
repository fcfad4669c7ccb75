import { fork } from 'node:child_process';
import { PlanError } from '../shared/messages.ts';
import type { Answer } from './reading-process.ts';

export interface ReadingLimits {
  /** The program that reads, if not the one that is meant for such files. */
  reader?: string;
  /** How long it may take, in milliseconds. */
  deadline?: number;
  /** Ends it before. */
  signal?: AbortSignal;
}

/**
 * Reads the bytes of a file that somebody else may have made, in a process of its own with little memory, which is ended
 * when it has answered and when it has not.
 *
 * @param limits `reader` is the program, an entry that calls `answerWith`
 * @throws PlanError what the reader refuses with, or `reader-stopped` where there was no answer
 */
export async function readUntrusted<Value>(
  bytes: Uint8Array,
  limits: ReadingLimits & { reader: string },
): Promise<Value> {
  const { reader, deadline = 10_000, signal } = limits;
  const child = await start(reader);
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer<Value>>((resolve, reject) => {
      const stopped = () => reject(new PlanError('reader-stopped'));
      timer = setTimeout(stopped, deadline);
      if (signal?.aborted) stopped();
      signal?.addEventListener('abort', stopped);
      child.onAnswer((given) => resolve(given as Answer<Value>));
      child.onEnd(stopped);
      child.send(bytes);
    });
    if ('refused' in answer) throw new PlanError(answer.refused, answer.details);
    return answer.value;
  } finally {
    clearTimeout(timer);
    child.end();
  }
}

interface Child {
  send(bytes: Uint8Array): void;
  onAnswer(listen: (answer: unknown) => void): void;
  onEnd(listen: () => void): void;
  end(): void;
}

/** 50 MB of file are at most 100 MB of text, and as much again on their way here. */
const memory = ['--max-old-space-size=256'];

async function start(reader: string): Promise<Child> {
  return isElectronMain() ? startInElectron(reader) : startInNode(reader);
}

function isElectronMain(): boolean {
  return (process as { type?: string }).type === 'browser';
}

async function startInElectron(reader: string): Promise<Child> {
  const { app, utilityProcess } = await import('electron');
  await app.whenReady();
  const child = utilityProcess.fork(reader, [], { execArgv: memory, stdio: 'ignore', serviceName: 'File reader' });
  return {
    send: (bytes) => child.postMessage(bytes),
    onAnswer: (listen) => void child.on('message', listen),
    onEnd: (listen) => void child.on('exit', listen),
    end: () => void child.kill(),
  };
}

function startInNode(reader: string): Child {
  const child = fork(reader, {
    execArgv: memory,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    // A child that dies while it is being written to has ended; `onEnd` tells.
    send: (bytes) => void child.send(bytes, () => undefined),
    onAnswer: (listen) => void child.on('message', listen),
    onEnd: (listen) => void child.on('exit', listen).on('error', listen),
    end: () => void child.kill('SIGKILL'),
  };
}
