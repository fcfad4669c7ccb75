import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { change, type Notice, useStore } from '../store.ts';
import { announce } from './announce.ts';
import styles from './notice.module.css';
import { PlainButton } from './plain-button.tsx';

/** What has to be told: what happened, what is safe, what to do next, with the ways on. It stays until it is closed. */
export function NoticeBar() {
  const notice = useStore((state) => state.notice);
  return notice && <Shown notice={notice} />;
}

function Shown({ notice }: { notice: Notice }) {
  const { tone, message, ways } = notice;
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    announce(`${message.happened} ${message.safe} ${message.next}`);
    bar.current?.focus({ preventScroll: false });
  }, [message]);
  const Icon = tone === 'good' ? IconCircleCheck : IconAlertTriangle;
  return (
    <section ref={bar} className={styles[tone]} tabIndex={-1} aria-label={tone === 'good' ? 'Done' : 'What went wrong'}>
      <Icon size={22} stroke={1.75} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <p className={styles.happened}>{message.happened}</p>
        {(message.safe || message.next) && (
          <p>
            {message.safe} {message.next}
          </p>
        )}
        {ways.length > 0 && (
          <div className={styles.ways}>
            {ways.map(({ label, go }) => (
              <PlainButton key={label} look="small" onClick={go}>
                {label}
              </PlainButton>
            ))}
          </div>
        )}
      </div>
      <PlainButton look="icon" aria-label="Close this message" onClick={() => change({ notice: null })}>
        <IconX size={18} aria-hidden />
      </PlainButton>
    </section>
  );
}
