import { answerWith } from '../reading-process.ts';
import { salvageRows } from './salvage.ts';

/** The entry of the process that reads what can be read of a damaged plan file. */
answerWith(salvageRows);
