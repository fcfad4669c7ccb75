import {
  IconFileDescription,
  IconFilePlus,
  IconFileTypeDocx,
  IconFolderOpen,
  IconHelp,
  IconPin,
  IconPinFilled,
  IconX,
} from '@tabler/icons-react';
import { commandKeys } from '../../shared/commands.ts';
import type { RecentView } from '../../shared/ipc/contract.ts';
import { messageFor } from '../../shared/messages.ts';
import { forgetRecent, openRecent, perform, pinRecent } from '../commands.ts';
import { useStore } from '../store.ts';
import { keepingFocus } from '../ui/keeping-focus.ts';
import { NoticeBar } from '../ui/notice.tsx';
import { PlainButton } from '../ui/plain-button.tsx';
import { dayAndTime } from '../ui/words.ts';
import styles from './start.module.css';

/** What is there before a plan is: open one, go on with one, or look around. */
export function StartPage() {
  const started = useStore((state) => state.started);
  const recents = useStore((state) => state.recents);
  const busy = useStore((state) => state.busy);
  return (
    <div className={styles.page}>
      <header className={styles.band}>
        <h1 className={styles.name}>WRES Planner</h1>
        <p className={styles.purpose}>Your Trust’s race equality action plan, from first draft to published page.</p>
      </header>
      <main className={styles.main} data-pane tabIndex={-1} aria-label="Start">
        <NoticeBar />
        <div className={styles.ways}>
          <PlainButton look="main" onClick={() => perform('newPlan')} aria-keyshortcuts="Control+N">
            <IconFilePlus size={18} aria-hidden /> New plan
          </PlainButton>
          <PlainButton look="other" onClick={() => perform('open')} aria-keyshortcuts="Control+O">
            <IconFolderOpen size={18} aria-hidden /> Open…
          </PlainButton>
          <PlainButton look="other" onClick={() => perform('bringInWord')}>
            <IconFileTypeDocx size={18} aria-hidden /> Bring in a Word plan…
          </PlainButton>
          <PlainButton look="other" onClick={() => perform('openSample')}>
            Look around with the sample plan
          </PlainButton>
          {busy && (
            <p className={styles.busy}>
              <span className={styles.turning} aria-hidden /> {busy}
            </p>
          )}
        </div>
        <section aria-labelledby="recent">
          <h2 id="recent" className={styles.heading}>
            Recent plans
          </h2>
          {started && recents.length === 0 && <NoRecents />}
          <ul className={styles.list}>
            {recents.map((recent) => (
              <Recent key={recent.id} recent={recent} />
            ))}
          </ul>
        </section>
        {/* In the band above, but the last that Tab comes to. */}
        <PlainButton
          look="icon"
          className={styles.help}
          aria-label="Help with this page"
          title={`Help with this page (${commandKeys('guide')})`}
          onClick={() => perform('guide')}
        >
          <IconHelp size={20} aria-hidden />
        </PlainButton>
      </main>
    </div>
  );
}

function NoRecents() {
  return (
    <p className={styles.empty}>
      Plans that you open are listed here. A plan is one file whose name ends in <b>.wresplan</b>: open it with{' '}
      {commandKeys('open')}, or drop it on this window. It stays wherever you keep it.
    </p>
  );
}

function Recent({ recent }: { recent: RecentView }) {
  const { id, title, trust, file, folder, missing, pinned, unsaved, openedAt } = recent;
  return (
    <li className={styles.recent}>
      <button type="button" className={styles.open} onClick={() => openRecent(recent)}>
        <IconFileDescription size={22} stroke={1.5} className={styles.icon} aria-hidden />
        <span className={styles.words}>
          <span className={missing ? styles.gone : styles.title}>{title}</span>
          <span className={styles.where}>
            {trust} · {file} · {folder}
          </span>
          {unsaved && (
            <span className={styles.unsaved}>
              Your newest edits are on this computer only. {messageFor(unsaved.code, unsaved.details).happened} Open the
              plan {unsaved.code === 'needs-a-place' ? 'and save a copy in another folder' : 'to put them in its file'}.
            </span>
          )}
        </span>
        <span className={missing ? styles.missing : styles.when}>
          {missing ? 'Not found. Find it…' : dayAndTime(openedAt, new Date())}
        </span>
      </button>
      <PlainButton
        look="icon"
        className={pinned ? styles.pinned : undefined}
        aria-label={`Pin ${title} to the top`}
        aria-pressed={pinned}
        title={pinned ? 'Unpin' : 'Pin to the top'}
        onClick={() => void keepingFocus(() => pinRecent(id, !pinned))}
      >
        {pinned ? <IconPinFilled size={18} aria-hidden /> : <IconPin size={18} aria-hidden />}
      </PlainButton>
      <PlainButton
        look="icon"
        aria-label={`Remove ${title} from this list`}
        title="Remove from this list"
        onClick={() => forgetRecent(id)}
      >
        <IconX size={18} aria-hidden />
      </PlainButton>
    </li>
  );
}
