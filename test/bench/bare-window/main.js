// The least that an Electron app can be: one window, one page of text with a button. The floor of start and memory.
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1_366, height: 860, webPreferences: { sandbox: true } });
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
