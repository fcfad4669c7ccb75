import { newId } from '../../../shared/id.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { answerWith } from '../../reading-process.ts';
import { readWord } from './read.ts';

/** The entry of the process that reads Word files of others and finds the plan in them. */
answerWith((bytes) => recognise(readWord(bytes), newId));
