import { Fragment, type ReactNode } from 'react';
import { type Block, numbered, type RichText, type Run } from '../../shared/plan/rich-text.ts';
import styles from './rich-text.module.css';

/**
 * A long text of the plan, as it reads, and as it stands in its editor. Links are shown, not followed: the app goes
 * nowhere.
 */
export function RichTextView({ value }: { value: RichText }) {
  return (
    <div className={styles.text}>
      {numbered(value).map(({ block, number }, index) => (
        // A text has no ids inside it: its blocks are what they are by their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <BlockView key={index} block={block} number={number} />
      ))}
    </div>
  );
}

function BlockView({ block, number }: { block: Block; number: number | undefined }) {
  const words = block.runs.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs are what they are by their place
    <RunView key={index} run={run} />
  ));
  const mark = block.kind === 'paragraph' ? undefined : block.kind === 'bullet' ? '•' : `${number}.`;
  return (
    <p data-kind={block.kind} data-level={block.level ?? 0} data-mark={mark} dir="auto">
      {words}
    </p>
  );
}

function RunView({ run }: { run: Run }) {
  let words: ReactNode = run.text;
  if (run.italic) words = <em>{words}</em>;
  if (run.bold) words = <b>{words}</b>;
  if (run.href) words = <u title={run.href}>{words}</u>;
  return <Fragment>{words}</Fragment>;
}
