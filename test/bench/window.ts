import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { electronFlags } from '../../scripts/electron/run.mjs';

/** An app in a real window. It is driven from outside and by the browser's own protocol, so that nothing slows its start. */
export interface AppWindow {
  process: ChildProcess;
  /** When it was started: a moment of the clock that its page goes by, in milliseconds. */
  startedAt: number;
  /** Evaluates an expression in the page, and waits for it if it is a promise. */
  evaluate<T>(expression: string): Promise<T>;
  /** Presses and lets go a key that writes a character, as a keyboard would. */
  press(character: string): Promise<void>;
  close(): Promise<void>;
}

export interface Launch {
  /** The folder of the app, with its package.json. */
  app: string;
  /** The folder that it keeps its own files in. */
  profile: string;
  args?: string[];
}

const electron = createRequire(import.meta.url)('electron') as unknown as string;

/** Starts an app, and comes back when its page is there to be talked to. */
export async function openAppWindow({ app, profile, args = [] }: Launch): Promise<AppWindow> {
  const flags = [...electronFlags, '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  // A temporary folder of its own, so that the plans of a test do not lie in the one that the app knows.
  const temporary = path.join(profile, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const startedAt = performance.timeOrigin + performance.now();
  const env = { ...process.env, TMPDIR: temporary };
  const started = spawn(electron, [...flags, app, ...args], { stdio: 'ignore', env });
  const exited = once(started, 'exit');
  const page = await connect(await pageOf(profile, started));
  await loaded(page);
  return {
    process: started,
    startedAt,
    async evaluate<T>(expression: string) {
      const answer = await page.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (answer.exceptionDetails) throw new Error(`In the page: ${JSON.stringify(answer.exceptionDetails)}`);
      return answer.result.value as T;
    },
    async press(character) {
      await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: character, text: character });
      await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key: character });
    },
    async close() {
      void page.send('Page.close').catch(() => undefined);
      await Promise.race([exited, wait(10_000)]);
      started.kill('SIGKILL');
      await exited;
      page.close();
    },
  };
}

/** The address of the page's debugger. Chromium writes its port into the profile; what an earlier start wrote is gone. */
async function pageOf(profile: string, { pid, exitCode }: ChildProcess): Promise<string> {
  const file = path.join(profile, 'DevToolsActivePort');
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    await wait(100);
    if (exitCode !== null) break;
    if (!existsSync(file)) continue;
    const [port] = readFileSync(file, 'utf8').split('\n');
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`)
      .then((answer) => answer.json() as Promise<{ type: string; url: string; webSocketDebuggerUrl: string }[]>)
      .catch(() => []);
    const page = targets.find(({ type, url }) => type === 'page' && /^(app|file):/.test(url));
    if (page) return page.webSocketDebuggerUrl;
  }
  throw new Error(`The app (process ${pid}) opened no window in 30 s.`);
}

/** A window begins with an empty page, which goes away. */
async function loaded({ send }: Page): Promise<void> {
  for (;;) {
    const expression = "location.protocol !== 'about:' && document.readyState === 'complete'";
    const answer = await send('Runtime.evaluate', { expression }).catch(() => undefined);
    if (answer?.result.value === true) return;
    await wait(100);
  }
}

type Page = Awaited<ReturnType<typeof connect>>;

// biome-ignore lint/suspicious/noExplicitAny: the protocol's answers have as many shapes as it has methods
type Answer = any;

async function connect(address: string) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, { resolve(value: Answer): void; reject(error: Error): void }>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The page is gone.'));
  });
  let last = 0;
  return {
    send: (method: string, params: object = {}) =>
      new Promise<Answer>((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}

/**
 * The memory of an app, in MB: of its process and all that this one started, shared pages counted in parts (PSS), so
 * that the sum is what the machine would have free without it. Linux only.
 */
export function memoryOf(pid: number): number {
  const bytes = family(pid).map((each) => {
    const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  });
  return bytes.reduce((sum, each) => sum + each, 0) / 2 ** 20;
}

function family(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The name of a program, in brackets, may itself hold brackets and spaces.
      const [, parent] = /^.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      parents.set(Number(name), Number(parent));
    } catch {
      // It has ended meanwhile.
    }
  }
  const found = [pid];
  for (const each of found) found.push(...[...parents].flatMap(([child, parent]) => (parent === each ? [child] : [])));
  return found;
}
