import { fork } from 'node:child_process';
import path from 'node:path';
import { PlanError } from '../../shared/messages.ts';
import type { Answer } from './reader.ts';

export interface ReadingLimits {
  /** The program that reads, if not the one that is built beside this. */
  reader?: string;
  /** How long it may take, in milliseconds. */
  deadline?: number;
}

/**
 * Reads the bytes of a file that somebody else may have made, in a process of its own with little memory, which is ended
 * when it has answered and when it has not.
 *
 * @throws PlanError `reader-stopped` where there was no answer
 */
export async function readUntrusted(bytes: Uint8Array, limits: ReadingLimits = {}): Promise<Answer> {
  const { reader = readerBesideThis, deadline = 10_000 } = limits;
  const child = await start(reader);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const stopped = () => reject(new PlanError('reader-stopped'));
      timer = setTimeout(stopped, deadline);
      child.onAnswer(resolve);
      child.onEnd(stopped);
      child.send(bytes);
    });
  } finally {
    clearTimeout(timer);
    child.end();
  }
}

/** Built, or as source: of the same kind as this file. */
const readerBesideThis = path.join(import.meta.dirname, `reader${path.extname(import.meta.filename)}`);

interface Child {
  send(bytes: Uint8Array): void;
  onAnswer(listen: (answer: Answer) => void): void;
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
  const child = utilityProcess.fork(reader, [], { execArgv: memory, stdio: 'ignore', serviceName: 'Plan file reader' });
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
    onAnswer: (listen) => void child.on('message', (message) => listen(message as unknown as Answer)),
    onEnd: (listen) => void child.on('exit', listen).on('error', listen),
    end: () => void child.kill('SIGKILL'),
  };
}
