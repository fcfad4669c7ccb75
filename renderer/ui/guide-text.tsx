import { Kbd } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { guidePictures } from './guide-pages.ts';
import styles from './guide-text.module.css';

interface GuideTextProps {
  /**
   * In the little of Markdown that the guide is written in: headings, paragraphs, one level of bullets or numbers,
   * pictures, **bold**, _italic_, `keys`, [links](page.md).
   */
  markdown: string;
  /** Goes to another page of the guide. */
  go(page: string): void;
}

/** A page of the guide. */
export function GuideText({ markdown, go }: GuideTextProps) {
  const blocks = markdown.trim().split(/\n{2,}/);
  return (
    <div className={styles.text}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page of the guide never changes
        <Block key={index} block={block} go={go} />
      ))}
    </div>
  );
}

function Block({ block, go }: { block: string; go(page: string): void }) {
  const heading = /^(##?) (.*)$/.exec(block);
  if (heading?.[1] === '#') return <h3 className={styles.title}>{heading[2]}</h3>;
  if (heading) return <h4 className={styles.heading}>{heading[2]}</h4>;
  const picture = /^!\[(.+)\]\(\.\.\/(.+)\)$/.exec(block);
  if (picture)
    return <img className={styles.picture} alt={picture[1]} src={guidePictures[`../../assets/${picture[2]}`]} />;
  const lines = block.split('\n');
  const bullet = /^(- |\d+\. )/;
  if (!bullet.test(block)) return <p>{inline(lines.join(' '), go)}</p>;
  const List = block.startsWith('-') ? 'ul' : 'ol';
  return (
    <List>
      {lines.map((line) => (
        <li key={line}>{inline(line.replace(bullet, ''), go)}</li>
      ))}
    </List>
  );
}

const marks = /\*\*(.+?)\*\*|\b_(.+?)_\b|`(.+?)`|\[(.+?)\]\((.+?)\.md\)/g;

function inline(words: string, go: (page: string) => void): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { 0: all, 1: bold, 2: italic, 3: keys, 4: label, 5: page = '', index } of words.matchAll(marks)) {
    parts.push(words.slice(from, index));
    if (bold) parts.push(<b>{bold}</b>);
    else if (italic) parts.push(<em>{italic}</em>);
    else if (keys) parts.push(<Kbd>{keys}</Kbd>);
    else
      parts.push(
        <button type="button" className={styles.link} onClick={() => go(page)}>
          {label}
        </button>,
      );
    from = index + all.length;
  }
  parts.push(words.slice(from));
  // biome-ignore lint/suspicious/noArrayIndexKey: a page of the guide never changes
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}
