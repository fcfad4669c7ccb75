import { useEffect } from 'react';
import type { WordTable } from '../../shared/recognise/document.ts';
import { tableOfText } from '../../shared/recognise/pasted.ts';
import { change, current } from '../store.ts';
import { tableOfHtml } from './table-of-html.ts';

/** The table on the clipboard: as Word, Excel and Outlook put it there, else as lines of text with tabs. */
export function pastedTable(data: DataTransfer): WordTable | undefined {
  return tableOfHtml(data.getData('text/html')) ?? tableOfText(data.getData('text/plain'));
}

/** Ctrl+V where there is no field to paste into: a table on the clipboard is offered as actions. */
export function usePastedTables(): void {
  useEffect(() => {
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      const inField = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
      if (inField || !clipboardData || current().dialog) return;
      const table = pastedTable(clipboardData);
      if (table && table.columns > 1) change({ dialog: 'paste', pasted: table });
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
