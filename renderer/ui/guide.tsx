import { useRef, useState } from 'react';
import { current } from '../store.ts';
import styles from './guide.module.css';
import { type GuidePage, guideFor, guidePages, isGuidePage } from './guide-pages.ts';
import { GuideText } from './guide-text.tsx';

/** The built-in guide, open at the page that belongs to what was on the screen. */
export function Guide() {
  const [page, setPage] = useState<GuidePage>(() => guideFor(current()));
  const text = useRef<HTMLElement>(null);

  function go(name: string) {
    if (!isGuidePage(name)) return;
    setPage(name);
    text.current?.scrollTo(0, 0);
    text.current?.focus();
  }

  return (
    <div className={styles.guide}>
      <nav aria-label="Pages of the guide">
        <ul className={styles.list}>
          {Object.entries(guidePages).map(([name, markdown]) => (
            <li key={name}>
              <button
                type="button"
                className={styles.item}
                aria-current={name === page ? 'page' : undefined}
                onClick={() => go(name)}
              >
                {titleOf(markdown)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section
        ref={text}
        className={styles.page}
        aria-label={titleOf(guidePages[page])}
        data-autofocus
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <GuideText markdown={guidePages[page]} go={go} />
      </section>
    </div>
  );
}

/** A page begins with its title. */
function titleOf(markdown: string): string {
  return /^# (.*)/.exec(markdown)?.[1] ?? '';
}
