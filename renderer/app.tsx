import { useEffect } from 'react';
import { StartPage } from './pages/start.tsx';
import { useStore } from './store.ts';
import { LiveRegion } from './ui/live-region.tsx';

/** The start screen is there at once; all else comes when that is on the screen, and until then it stays. */
export function App() {
  const Editor = useStore((state) => state.Editor);
  const starting = useStore(({ open, creating, reviewing }) => open === null && !creating && !reviewing);
  const textSize = useStore((state) => state.settings.textSize);
  useEffect(() => document.documentElement.style.setProperty('--text-size', String(textSize / 100)), [textSize]);
  return (
    <>
      {(starting || !Editor) && <StartPage />}
      {Editor && <Editor />}
      <LiveRegion />
    </>
  );
}
