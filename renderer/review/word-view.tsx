import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef } from 'react';
import { hueOf } from '../../shared/recognise/colour.ts';
import {
  lineOf,
  placeName,
  type WordCell,
  type WordDocument,
  type WordParagraph,
  type WordPlace,
  type WordRow,
} from '../../shared/recognise/document.ts';
import { LongList, type LongListHandle } from '../ui/long-list.tsx';
import { firstCell, type Segment, segmentsOf, stepFrom } from './segments.ts';
import styles from './word-view.module.css';

interface WordViewProps {
  document: WordDocument;
  /** What is looked at; its first place is where the keyboard is. */
  selected: readonly WordPlace[];
  /** What there is to say of a place: something in doubt, or nothing that was made of it. */
  marks: ReadonlyMap<string, Mark>;
  /** Changes when the place is to be brought into sight. */
  shown: number;
  select(at: WordPlace): void;
}

export type Mark = 'doubt' | 'nothing';

/** The Word file as it stands: its words, merged cells and colours, and nothing that it could do. */
export function WordView({ document, selected, marks, shown, select }: WordViewProps) {
  const segments = useMemo(() => segmentsOf(document), [document]);
  const list = useRef<LongListHandle>(null);
  const names = new Set(selected.map((place) => placeName([place])));
  const tabStop = placeName([selected.find(({ row }) => row !== undefined) ?? firstCell(document) ?? { block: -1 }]);

  const at = selected[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it is asked for, not whenever it is drawn
  useEffect(() => {
    if (at) list.current?.show(indexOf(segments, at), `[data-place="${placeName([at])}"]`);
  }, [shown]);

  function click({ target }: MouseEvent): void {
    const place = placeOf(target);
    if (place) select(place);
  }

  function step(event: KeyboardEvent): void {
    const from = placeOf(event.target);
    if (!from) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select(from);
      return;
    }
    const to = event.ctrlKey || event.altKey ? undefined : stepFrom(document, from, event.key);
    if (!to) return;
    event.preventDefault();
    select(to);
    list.current?.show(indexOf(segments, to), `[data-place="${placeName([to])}"]`, (cell) => cell.focus());
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of tables, in which the keyboard goes from cell to cell
    <div className={styles.view} role="group" aria-label="What stands in the file" onClick={click} onKeyDown={step}>
      <LongList
        ref={list}
        className={styles.list}
        count={segments.length}
        estimate={160}
        keyOf={(index) => keyOf(segments[index] as Segment)}
      >
        {(index) => {
          const segment = segments[index] as Segment;
          return (
            <Piece
              segment={segment}
              selected={within(segment, names)}
              tabStop={within(segment, new Set([tabStop]))}
              marks={marks}
            />
          );
        }}
      </LongList>
    </div>
  );
}

function keyOf(segment: Segment): string {
  return segment.kind === 'rows' ? `${segment.block}.${segment.from}` : String(segment.block);
}

/** Those of some places that are in a piece, as one text: so a piece is drawn again only where something of it changed. */
function within(segment: Segment, names: ReadonlySet<string>): string {
  return [...names]
    .filter((name) => {
      const [block, row] = name.split('.').map(Number);
      if (block !== segment.block) return false;
      return segment.kind === 'paragraph' || row === undefined || (row >= segment.from && row < segment.to);
    })
    .join(' ');
}

function indexOf(segments: readonly Segment[], { block, row = 0 }: WordPlace): number {
  return Math.max(
    0,
    segments.findIndex((each) => each.block === block && (each.kind === 'paragraph' || row < each.to)),
  );
}

function placeOf(target: EventTarget): WordPlace | undefined {
  const name = target instanceof Element && target.closest<HTMLElement>('[data-place]')?.dataset.place;
  if (!name) return undefined;
  const [block = 0, row, column] = name.split('.').map(Number);
  return row === undefined || column === undefined ? { block } : { block, row, column };
}

interface PieceProps {
  segment: Segment;
  selected: string;
  tabStop: string;
  marks: WordViewProps['marks'];
}

const Piece = memo(function Piece({ segment, selected, tabStop, marks }: PieceProps) {
  const names = new Set(selected.split(' '));
  if (segment.kind === 'paragraph') {
    const { block, paragraph } = segment;
    return (
      <p
        className={paragraph.heading ? styles.heading : styles.paragraph}
        data-place={block}
        data-selected={names.has(String(block))}
      >
        <Words paragraph={paragraph} />
      </p>
    );
  }
  const { block, table, from, to, widths } = segment;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the keyboard goes from cell to cell
    <table role="grid" className={styles.table} data-first={from === 0} aria-label={`Rows ${from + 1} to ${to}`}>
      <colgroup>
        {widths.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is what it is by its place
          <col key={index} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <tbody>
        {rowsOf(table.rows.slice(from, to), table.columns, from).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is what it is by its place
          <tr key={index}>
            {row.map(({ name, cell, rowSpan }) => {
              const place = `${block}.${name}`;
              return (
                <Cell
                  key={name}
                  place={place}
                  cell={cell}
                  rowSpan={rowSpan}
                  selected={names.has(place) || names.has(String(block))}
                  focusable={tabStop === place}
                  mark={marks.get(place)}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

/** The cells of some rows: merged ones end with the piece, and what one from above it covers is an empty cell. */
function rowsOf(rows: readonly WordRow[], columns: number, from: number) {
  const covered = new Array<number>(columns).fill(0);
  return rows.map(({ cells }, index) => {
    const drawn: { name: string; cell: WordCell; rowSpan: number }[] = [];
    for (let column = 0; column < columns; column += 1) {
      if ((covered[column] ?? 0) > index) continue;
      const cell = cells.find((each) => each.column === column) ?? empty(column);
      const rowSpan = Math.min(cell.rowSpan, rows.length - index);
      for (let at = column; at < column + cell.columnSpan; at += 1) covered[at] = index + rowSpan;
      drawn.push({ name: `${from + index}.${column}`, cell, rowSpan });
    }
    return drawn;
  });
}

function empty(column: number): WordCell {
  return { column, columnSpan: 1, rowSpan: 1, paragraphs: [] };
}

interface CellProps {
  place: string;
  cell: WordCell;
  rowSpan: number;
  selected: boolean;
  focusable: boolean;
  mark: Mark | undefined;
}

function Cell({ place, cell, rowSpan, selected, focusable, mark }: CellProps) {
  const { columnSpan, paragraphs, fill } = cell;
  return (
    <td
      colSpan={columnSpan}
      rowSpan={rowSpan}
      data-place={place}
      data-selected={selected}
      data-mark={mark}
      tabIndex={focusable ? 0 : -1}
    >
      {fill && <Fill colour={fill} />}
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is what it is by its place
        <p key={index}>
          <Words paragraph={paragraph} />
        </p>
      ))}
      {mark === 'doubt' && <span className="unseen">In doubt</span>}
      {mark === 'nothing' && lineOf(cell) !== '' && <span className="unseen">Nothing was made of this</span>}
    </td>
  );
}

/** A colour, as a sign of its own and in words: text on it could be hard to read. */
function Fill({ colour }: { colour: string }) {
  const hue = hueOf(colour);
  return (
    <span className={styles.fill}>
      <span className={styles.swatch} style={{ background: colour }} aria-hidden />
      {hue && <span>{hue}</span>}
    </span>
  );
}

function Words({ paragraph: { label, runs, colour } }: { paragraph: WordParagraph }) {
  return (
    <>
      {colour && hueOf(colour) && <Fill colour={colour} />}
      {label && <span className={styles.label}>{label.text} </span>}
      {runs.map(({ text, bold, italic }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is what it is by its place
        <span key={index} data-bold={bold} data-italic={italic}>
          {text}
        </span>
      ))}
    </>
  );
}
