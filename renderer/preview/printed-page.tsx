import { createPortal } from 'react-dom';
import type { Page } from '../../shared/layout/page.ts';
import { Paper } from './paper.tsx';
import styles from './printed-page.module.css';

interface PrintedPageProps {
  page: Page;
  /** Whether the footer is to be the page's own. A PDF is given one as it is made. */
  footer: boolean;
}

/** A page as it goes onto paper, in place of all else while something is being printed, and unseen on the screen. */
export function PrintedPage({ page, footer }: PrintedPageProps) {
  return createPortal(
    <div className={styles.printed} data-printed>
      <style>{paperOf(page, footer)}</style>
      <Paper page={page} scale={1} />
    </div>,
    document.body,
  );
}

/** The size of the paper, and the footer in the margin of each page. */
function paperOf({ orientation, footer: words }: Page, footer: boolean): string {
  const margin = footer
    ? `@bottom-center {
         content: "${words.replace(/["\\]/g, '\\$&').replace(/</g, '\\3c ')} · Page " counter(page) " of " counter(pages);
         font: 8pt Arial, sans-serif;
         color: #425563;
         white-space: nowrap;
       }`
    : '';
  return `@page { size: A4 ${orientation}; margin: 15mm 15mm 18mm; ${margin} }`;
}
