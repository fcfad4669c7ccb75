import { answerWith } from '../reading-process.ts';
import { rowsOf } from './inspect.ts';

/** The entry of the process that reads plan files of others. */
answerWith(rowsOf);
