import { parentPort, workerData } from 'node:worker_threads';
import type { Page } from '../../shared/layout/page.ts';
import { writeWord } from './write.ts';

/** The entry of the thread that makes one long Word file. It is given the page, answers with the bytes, and ends. */
const bytes = await writeWord(workerData as Page);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
