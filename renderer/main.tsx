import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { callApp } from './api.ts';
import { App } from './app.tsx';
import { openDropped } from './commands.ts';
import { tellCutPastes } from './fields/tell-cut-pastes.ts';
import { takeUndoKeys } from './fields/undo-keys.ts';
import { keepLeft } from './plan/left.ts';
import { change, listenToApp, start } from './store.ts';
import './start-styles.ts';

window.addEventListener('error', ({ error }) => report(error));
window.addEventListener('unhandledrejection', ({ reason }) => report(reason));
window.addEventListener('blur', () => void keepLeft());
takeDrops();
selectFieldsOnly();
takeUndoKeys();
tellCutPastes();
listenToApp();
void start().then(() => requestIdleCallback(() => void loadEditor(), { timeout: 200 }));

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

/** After the first paint, so that nothing waits for it, and before anybody can have opened a plan. */
async function loadEditor(): Promise<void> {
  const { Editor } = await import('./editor.tsx');
  change({ Editor });
}

function report(error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const fault = { name: name.slice(0, 200), message: message.slice(0, 2_000), stack: stack.slice(0, 8_000) };
  void callApp('reportFault', fault);
}

/** A plan dropped anywhere on the window is opened; nothing that is dropped ever replaces the page. */
function takeDrops(): void {
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) openDropped(file);
  });
}

/** Select all is for the field that has the keyboard; without one it would paint the whole window, buttons and all. */
function selectFieldsOnly(): void {
  document.addEventListener('selectstart', (event) => {
    if (event.target === document.body) event.preventDefault();
  });
}
