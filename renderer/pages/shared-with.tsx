import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ShareView } from '../../shared/ipc/contract.ts';
import { callApp } from '../api.ts';
import { attempt, change, useStore } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { MoreMenu } from '../ui/more-menu.tsx';
import { dayAndTime, uncapitalised } from '../ui/words.ts';
import styles from './copies.module.css';

/** With whom the plan was shared, and what is waited for. */
export function SharedWith() {
  const [shares, setShares] = useState<ShareView[]>([]);
  const open = useStore((state) => state.open);
  const dialog = useStore((state) => state.dialog);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one may have been made, or have come back
  useEffect(() => void attempt(async () => setShares(await callApp('shares'))), [open, dialog]);
  if (shares.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="shared-with">
      <h2 id="shared-with">Shared with</h2>
      <ul className={styles.list}>
        {shares.map((share) => (
          <Shared key={share.id} share={share} forgotten={setShares} />
        ))}
      </ul>
    </section>
  );
}

function Shared({ share, forgotten }: { share: ShareView; forgotten(rest: ShareView[]): void }) {
  const { id, to, at, file, folder, history, names, back, point } = share;
  const now = new Date();
  return (
    <li className={styles.item}>
      <span className={styles.name}>
        <b>{to}</b>
        <span className={styles.when}>
          {dayAndTime(at, now)} · {file} · {folder}
          {!history && ' · without history'}
          {!names && ' · without names'}
        </span>
      </span>
      <span className={back ? styles.back : styles.waiting}>
        {back ? `Came back ${uncapitalised(dayAndTime(back, now))}` : 'Waiting for it to come back'}
      </span>
      <span className={styles.ways}>
        <Button
          size="xs"
          variant="default"
          aria-label={`What changed since it was shared with ${to}`}
          onClick={() => change({ place: { page: 'changes', since: { edit: point } }, notice: null })}
        >
          What changed since
        </Button>
        <MoreMenu
          label={`More for the copy for ${to}`}
          choices={[
            {
              key: 'show',
              content: 'Show in folder',
              choose: () => void attempt(async () => void (await callApp('showShared', { id }))),
            },
            { key: 'path', content: 'Copy path', choose: () => void copyPath(id) },
            {
              key: 'forget',
              apart: true,
              content: back ? 'Remove from this list' : 'Not waiting any more',
              choose: () => void attempt(async () => forgotten(await callApp('forgetShare', { id }))),
            },
          ]}
        />
      </span>
    </li>
  );
}

async function copyPath(id: string): Promise<void> {
  await attempt(async () => {
    await callApp('copySharedPath', { id });
    announce('The path of the copy is on the clipboard.');
  });
}
