import { newId } from '../../../shared/id.ts';
import { PlanError } from '../../../shared/messages.ts';
import type { WordDocument } from '../../../shared/recognise/document.ts';
import { recognise } from '../../../shared/recognise/recognise.ts';
import { answerWith } from '../../reading-process.ts';
import { readDocument } from '../../sheet/read-document.ts';

/**
 * The entry of the process that reads Word files and sheets of others for the review. The page finds the plan in them,
 * again with each choice; here it is found once, so that a file which cannot be read in time ends this process and not
 * the page.
 */
answerWith((bytes) => {
  const document = readDocument(bytes);
  try {
    recognise(document, newId);
  } catch (error) {
    // A table whose headings say nothing may be one of actions all the same: that is for the review to choose.
    if (!(error instanceof PlanError) || !document.blocks.some(isTable)) throw error;
  }
  return document;
});

function isTable({ kind }: WordDocument['blocks'][number]): boolean {
  return kind === 'table';
}
