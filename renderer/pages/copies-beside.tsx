import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OfferView } from '../../shared/ipc/contract.ts';
import { listed, quote } from '../../shared/plan/names.ts';
import { callApp } from '../api.ts';
import { bringInOffered, broughtIn } from '../plan/copies.ts';
import { useStore } from '../store.ts';
import { count } from '../ui/words.ts';
import styles from './copies.module.css';

/** What was found in a plan, until another is opened or a copy comes in; and what was left alone since. */
let looked: { at: string; found: Promise<OfferView[]> } | null = null;
const left = new Set<string>();

/** Copies beside the plan's file that have something new, as OneDrive leaves them; offered, and left alone if one likes. */
export function CopiesBeside() {
  const opened = useStore((state) => state.opened);
  const [found, setFound] = useState<OfferView[]>([]);
  useEffect(() => {
    let here = true;
    const at = `${opened} ${broughtIn()}`;
    if (looked?.at !== at) {
      // Quietly: what cannot be looked for is not missed.
      looked = { at, found: callApp('copiesBeside').catch(() => []) };
    }
    void looked.found.then((offers) => here && setFound(offers));
    return () => {
      here = false;
    };
  }, [opened]);
  const shown = found.filter((offer) => !left.has(keyOf(offer)));
  return shown.map((offer) => {
    const { token, file, news } = offer;
    const forget = () => {
      left.add(keyOf(offer));
      setFound([...found]);
    };
    return (
      <p key={token} className={styles.beside}>
        <span>
          {quote(file, 200)}, beside this plan, has {count(news?.edits ?? 0, 'edit')} that{' '}
          {news?.edits === 1 ? 'is' : 'are'} not here{news && news.by.length > 0 && `, by ${listed(news.by)}`}.
        </span>
        <span className={styles.ways}>
          <Button size="compact-sm" variant="light" onClick={() => void bringInOffered(offer)}>
            Bring it in
          </Button>
          <Button size="compact-sm" variant="subtle" aria-label={`Leave ${file}`} onClick={forget}>
            Leave it
          </Button>
        </span>
      </p>
    );
  });
}

function keyOf({ folder, file, news }: OfferView): string {
  return `${folder}/${file} ${news?.edits}`;
}
