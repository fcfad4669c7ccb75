import { useEffect, useRef } from 'react';
import { onAnnounce } from './announce.ts';

/** The one place from which screen readers hear what changed. */
export function LiveRegion() {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    onAnnounce((words) => {
      if (region.current) region.current.textContent = words;
    });
  }, []);
  return <div ref={region} role="status" aria-live="polite" className="unseen" />;
}
