import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callChannel, eventChannel, type OperationName, operations } from '../shared/ipc/operations.ts';

/** All that the page has of the app: the names of the operations, and what the app tells it. */
const call = (name: OperationName, input?: unknown) => ipcRenderer.invoke(callChannel, name, input);

const api = Object.fromEntries(operations.map((name) => [name, (input?: unknown) => call(name, input)]));
/** The path is taken from the dropped file itself, so that the page cannot name one. */
const callWithDropped = (name: OperationName) => (file: File) => call(name, { path: webUtils.getPathForFile(file) });

contextBridge.exposeInMainWorld('wres', {
  ...api,
  openDropped: callWithDropped('openDropped'),
  readDroppedWord: callWithDropped('readDroppedWord'),
  listen: (listener: (event: unknown) => void) => {
    ipcRenderer.on(eventChannel, (_, event: unknown) => listener(event));
  },
});
