import type { WebContents } from 'electron';
import type { Page } from '../shared/layout/page.ts';
import { PlanError } from '../shared/messages.ts';

/**
 * Prints what the window's page has made ready, by the system's own dialog. It is the page itself that is printed, with
 * its styles for paper, so that no other window is ever opened. To have been called off is no failure.
 * @throws PlanError `cannot-print`
 */
export function printPage(contents: WebContents, orientation: Page['orientation']): Promise<void> {
  const options = { landscape: orientation === 'landscape', pageSize: 'A4', printBackground: true } as const;
  return new Promise((resolve, reject) => {
    contents.print(options, (done, reason) => {
      if (done || /cancel/i.test(reason)) resolve();
      else reject(new PlanError('cannot-print', { found: reason.toLowerCase() }));
    });
  });
}

/** The same as a PDF on A4, with `footer` and "Page X of Y" at the foot of each page. */
export function pdfOf(contents: WebContents, orientation: Page['orientation'], footer: string): Promise<Buffer> {
  const line = `font: 8pt Arial, sans-serif; color: #425563; width: 100%; text-align: center;`;
  return contents.printToPDF({
    landscape: orientation === 'landscape',
    pageSize: 'A4',
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="${line}">${escaped(footer)} · Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
    margins: { top: inches(15), bottom: inches(18), left: inches(15), right: inches(15) },
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

function inches(millimetres: number): number {
  return millimetres / 25.4;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
