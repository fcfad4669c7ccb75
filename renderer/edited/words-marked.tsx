import { align } from '../../shared/recognise/copy/align.ts';
import styles from './edited.module.css';

type Piece = { kind: 'same' | 'gone' | 'new'; words: string[] };

/** How many words of a long stretch that did not change are shown at each end of it. */
const kept = 8;

/** Two texts as one, with the words that went struck through and those that came marked. */
export function WordsMarked({ before, now }: { before: string; now: string }) {
  return (
    <p className={styles.words}>
      {piecesOf(before, now).map(({ kind, words }, index, all) => {
        const text = words.join(' ');
        const key = `${index} ${kind}`;
        if (kind === 'gone') return <del key={key}>{text} </del>;
        if (kind === 'new') return <ins key={key}>{text} </ins>;
        const [first, last] = [index === 0, index === all.length - 1];
        if (words.length <= 2 * kept + 4) return <span key={key}>{text} </span>;
        const start = first ? '' : words.slice(0, kept).join(' ');
        const end = last ? '' : words.slice(-kept).join(' ');
        return <span key={key}>{`${start} … ${end} `}</span>;
      })}
    </p>
  );
}

function piecesOf(before: string, now: string): Piece[] {
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], word: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else pieces.push({ kind, words: [word] });
  };
  for (const { was, is } of align(wordsOf(before), wordsOf(now), (one, other) => (one === other ? 1 : 0), false)) {
    if (was !== undefined && is !== undefined) put('same', is);
    else if (was !== undefined) put('gone', was);
    else if (is !== undefined) put('new', is);
  }
  return pieces;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
