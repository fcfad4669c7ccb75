import path from 'node:path';
import { app } from 'electron';

const terminalCommands = ['import', 'export', 'verify', 'merge', 'history', 'share', 'roll-on', 'layouts'];

/** The arguments of the command line's own commands, from the command on; undefined where a window is wanted. */
export function terminalArguments(argv: readonly string[]): string[] | undefined {
  const [command] = ownWords(argv);
  if (command === undefined || !terminalCommands.includes(command)) return undefined;
  return argv.slice(argv.indexOf(command));
}

/** The plan that the arguments name. Several are not opened at once: the first one is meant. */
export function planIn(argv: readonly string[], folder: string): string | undefined {
  const [file] = ownWords(argv);
  return file === undefined ? undefined : path.resolve(folder, file);
}

/** The same arguments with another plan, or with none, to start again with. */
export function withPlan(argv: readonly string[], plan: string | undefined): string[] {
  const [before] = ownWords(argv);
  return [...argv.slice(1).filter((word) => word !== before), ...(plan === undefined ? [] : [plan])];
}

/** What the person gave: without Electron, the app's folder (which an unpackaged app is started with) and switches. */
function ownWords(argv: readonly string[]): string[] {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  return app.isPackaged ? words : words.slice(1);
}
