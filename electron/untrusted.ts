import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PlanError } from '../shared/messages.ts';
import type { Answer } from './reading-process.ts';

export interface ReadingLimits {
  /** The program that reads, if not the one that is meant for such files. */
  reader?: string;
  /** How long it may take, in milliseconds. */
  deadline?: number;
  /** How much memory its process may have, in MB. */
  memory?: number;
  /** Ends it before. */
  signal?: AbortSignal;
}

/**
 * Reads the bytes of a file that somebody else may have made, in a process of its own, which is ended when it has answered,
 * when it has not in time, and when it takes more memory than it may have.
 *
 * @param limits `reader` is the program, an entry that calls `answerWith`
 * @throws PlanError what the reader refuses with, or `reader-stopped` where there was no answer
 */
export async function readUntrusted<Value>(
  bytes: Uint8Array,
  limits: ReadingLimits & { reader: string },
): Promise<Value> {
  const { reader, deadline = 10_000, memory = 300, signal } = limits;
  const child = await start(reader);
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer<Value>>((resolve, reject) => {
      const stopped = () => reject(new PlanError('reader-stopped'));
      timer = setTimeout(stopped, deadline);
      watch = setInterval(() => child.memory() > memory && stopped(), 50);
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
    clearInterval(watch);
    child.end();
  }
}

interface Child {
  send(bytes: Uint8Array): void;
  onAnswer(listen: (answer: unknown) => void): void;
  onEnd(listen: () => void): void;
  /** What it has now, in MB. */
  memory(): number;
  end(): void;
}

/** What Node is told of the memory of a reader: with its usual young generation one takes twice what it needs. */
export const frugal = ['--max-old-space-size=256', '--max-semi-space-size=8'];

async function start(reader: string): Promise<Child> {
  return isElectronMain() ? startInElectron(reader) : startInNode(reader);
}

function isElectronMain(): boolean {
  return (process as { type?: string }).type === 'browser';
}

async function startInElectron(reader: string): Promise<Child> {
  const { app, utilityProcess } = await import('electron');
  await app.whenReady();
  const child = utilityProcess.fork(reader, [], { execArgv: frugal, stdio: 'ignore', serviceName: 'File reader' });
  return {
    send: (bytes) => child.postMessage(bytes),
    onAnswer: (listen) => void child.on('message', listen),
    onEnd: (listen) => void child.on('exit', listen),
    // A utility process does not keep to what it is told of its memory on the command line.
    memory: () => {
      const found = app.getAppMetrics().find(({ pid }) => pid === child.pid);
      return (found?.memory.workingSetSize ?? 0) / 1_024;
    },
    end: () => void child.kill(),
  };
}

function startInNode(reader: string): Child {
  const child = fork(reader, {
    execArgv: frugal,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    // A child that dies while it is being written to has ended; `onEnd` tells.
    send: (bytes) => void child.send(bytes, () => undefined),
    onAnswer: (listen) => void child.on('message', listen),
    onEnd: (listen) => void child.on('exit', listen).on('error', listen),
    memory: () => residentOf(child.pid),
    end: () => void child.kill('SIGKILL'),
  };
}

/** As Linux counts it; elsewhere Node's own limit alone holds. */
function residentOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
