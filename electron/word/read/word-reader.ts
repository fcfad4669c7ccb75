import { newId } from '../../../shared/id.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { answerWith } from '../../reading-process.ts';
import { readDocument } from '../../sheet/read-document.ts';

/** The entry of the process that reads Word files and sheets of others and finds the plan in them. */
answerWith((bytes) => recognise(readDocument(bytes), newId));
