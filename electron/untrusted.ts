import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PlanError } from '../shared/messages.ts';
import type { Answer } from './reading-process.ts';

export interface ReadingLimits {
  /** The program that reads, if not the one that is meant for such files. */
  reader?: string;
  /** How long it may work, in milliseconds of the processor's time: a busy computer makes no file a bad one. */
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
  const begun = performance.now();
  let watch: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer<Value>>((resolve, reject) => {
      const stopped = () => reject(new PlanError('reader-stopped'));
      watch = setInterval(() => {
        const passed = performance.now() - begun;
        const used = child.used();
        if ((used.time ?? passed) > deadline || passed > patience * deadline || used.memory > memory) stopped();
      }, 50);
      if (signal?.aborted) stopped();
      signal?.addEventListener('abort', stopped);
      child.onAnswer((given) => resolve(given as Answer<Value>));
      child.onEnd(stopped);
      child.send(bytes);
    });
    if ('refused' in answer) throw new PlanError(answer.refused, answer.details);
    return answer.value;
  } finally {
    clearInterval(watch);
    child.end();
  }
}

interface Child {
  send(bytes: Uint8Array): void;
  onAnswer(listen: (answer: unknown) => void): void;
  onEnd(listen: () => void): void;
  used(): Used;
  end(): void;
}

/** What a process has used: MB that it has now, and the processor's time in milliseconds where the system tells it. */
interface Used {
  memory: number;
  time?: number;
}

/** How many times its deadline a reader may be there, on a computer that does not let it work. */
const patience = 6;

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
    used: () => {
      const found = app.getAppMetrics().find(({ pid }) => pid === child.pid);
      const seconds = found?.cpu.cumulativeCPUUsage;
      return {
        memory: (found?.memory.workingSetSize ?? 0) / 1_024,
        ...(seconds !== undefined && { time: seconds * 1_000 }),
      };
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
    used: () => usedBy(child.pid),
    end: () => void child.kill('SIGKILL'),
  };
}

/** As Linux counts it, which does so in hundredths of a second; elsewhere Node's own limit of memory alone holds. */
function usedBy(pid: number | undefined): Used {
  try {
    const [stat, status] = ['stat', 'status'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'utf8'));
    const [user, system] = stat?.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14) ?? [];
    return {
      memory: Number(/VmRSS:\s+(\d+)/.exec(status ?? '')?.[1] ?? 0) / 1_024,
      time: (Number(user) + Number(system)) * 10,
    };
  } catch {
    return { memory: 0 };
  }
}
