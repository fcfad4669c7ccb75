import { memo } from 'react';
import type {
  Fill,
  ListItem,
  Page,
  PageBlock,
  PageCell,
  PageRow,
  PageTable,
  Paragraph,
  Source,
} from '../../shared/layout/page.ts';
import type { Run } from '../../shared/plan/rich-text.ts';
import { placeKey } from '../fields/edited.ts';
import styles from './paper.module.css';

interface PaperProps {
  page: Page;
  /** How large: 1 is the size in print. */
  scale: number;
  /** Only the title and what comes first of the actions, cut off where the page ends: for a small picture. */
  beginning?: boolean;
}

/** A laid out page as it will look in Word: white whatever the theme, in the proportions of A4. */
export const Paper = memo(function Paper({ page, scale, beginning = false }: PaperProps) {
  const blocks = beginning ? firstOf(page.blocks) : page.blocks;
  return (
    <div className={styles.sheet} data-orientation={page.orientation} data-cut={beginning} style={{ zoom: scale }}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is made anew as a whole, its blocks have no ids
        <Block key={index} block={block} />
      ))}
      <p className={styles.footer}>{page.footer}</p>
    </div>
  );
});

const Block = memo(function Block({ block }: { block: PageBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        // Its level is one below that of the pane's own heading, so that the window keeps one order of headings.
        // biome-ignore lint/a11y/useSemanticElements: the level is computed
        <p
          role="heading"
          aria-level={block.level + 2}
          className={styles[`heading${block.level}`]}
          {...attributesOf(block.source)}
        >
          {block.text}
        </p>
      );
    case 'paragraph':
      return <ParagraphView paragraph={block.paragraph} />;
    case 'table':
      return <Table table={block.table} />;
  }
});

function Table({ table }: { table: PageTable }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids
  const rows = table.rows.map((row, index) => <Row key={index} row={row} />);
  return (
    <table className={styles.table} aria-label={table.caption}>
      <colgroup>
        {table.widths.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no ids
          <col key={index} style={{ width: `${width * 100}%` }} />
        ))}
      </colgroup>
      <thead>{rows.slice(0, table.headerRows)}</thead>
      <tbody>{rows.slice(table.headerRows)}</tbody>
    </table>
  );
}

const Row = memo(function Row({ row }: { row: PageRow }) {
  return (
    <tr data-whole={!row.mayBreak}>
      {/* biome-ignore lint/suspicious/noArrayIndexKey: a cell is what it is by its column */}
      {row.cells.map((cell, column) => cell && <Cell key={column} cell={cell} />)}
    </tr>
  );
});

const Cell = memo(function Cell({ cell }: { cell: PageCell }) {
  const { paragraphs, columnSpan, rowSpan, header, align, fill } = cell;
  const Tag = header ? 'th' : 'td';
  return (
    <Tag
      colSpan={columnSpan}
      rowSpan={rowSpan}
      scope={header && 'col'}
      className={header && styles.column}
      style={{ ...filled(fill), textAlign: align === 'centre' ? 'center' : undefined }}
    >
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no ids
        <ParagraphView key={index} paragraph={paragraph} />
      ))}
    </Tag>
  );
});

function ParagraphView({ paragraph }: { paragraph: Paragraph }) {
  const { label, runs, list, fill, source } = paragraph;
  const words = (
    <>
      {label && <b>{label} </b>}
      {runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no ids
        <RunView key={index} run={run} />
      ))}
    </>
  );
  if (!list) {
    return (
      <p className={styles.paragraph} style={filled(fill)} {...attributesOf(source)}>
        {words}
      </p>
    );
  }
  return (
    <p
      className={styles.item}
      style={{ ...filled(fill), marginLeft: `${list.level * 14}pt` }}
      {...attributesOf(source)}
    >
      <span className={styles.mark}>{markOf(list)}</span>
      <span>{words}</span>
    </p>
  );
}

function RunView({ run }: { run: Run }) {
  const className = [run.bold && styles.bold, run.italic && styles.italic, run.href && styles.link].filter(Boolean);
  return className.length > 0 ? <span className={className.join(' ')}>{run.text}</span> : run.text;
}

/** Where in the plan a piece of the page comes from, to be found by: its record, and its field. */
function attributesOf(source: Source | undefined) {
  return source && { 'data-of': source.id, 'data-source': placeKey(source) };
}

/** A paragraph that goes on under an item stands in line with its words, without a mark. */
function markOf(list: ListItem): string {
  if (list.kind === 'continuation') return '';
  return list.kind === 'bullet' ? '•' : `${list.value}.`;
}

function filled(fill: Fill | undefined) {
  return fill ? { background: fill.colour, color: fill.ink } : undefined;
}

/** The title and the beginning of the actions, enough to fill a page: more would be drawn and never seen. */
function firstOf(blocks: PageBlock[]): PageBlock[] {
  const [title, ...rest] = blocks;
  const table = rest.findIndex((block) => block.kind === 'table');
  const heading = rest.findLastIndex((block, index) => index < table && block.kind === 'heading');
  const shown = rest.slice(Math.max(0, heading), Math.max(0, heading) + 12).map((block) => {
    if (block.kind !== 'table') return block;
    const { table: whole } = block;
    return { ...block, table: { ...whole, rows: whole.rows.slice(0, 20) } };
  });
  return title ? [title, ...shown] : shown;
}
