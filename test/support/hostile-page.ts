import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** What a page taken over by somebody would try. Each gives "refused", or what it got. */
const attempts: Record<string, (address: string, port: number) => unknown> = {
  require: () => (globalThis as never as { require: unknown }).require,
  process: () => (globalThis as never as { process: unknown }).process,
  'module and Buffer': () =>
    (globalThis as never as { module: unknown }).module ?? (globalThis as never as { Buffer: unknown }).Buffer,
  'Node through a constructor': () => Function('return process')(),
  // biome-ignore lint/security/noGlobalEval: it is what is tried
  eval: () => eval('1 + 1'),
  'a script from a string': () =>
    new Promise((resolve, reject) => {
      Object.assign(globalThis, { ran: undefined });
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = 1' }));
      setTimeout(() => ((globalThis as never as { ran?: 1 }).ran ? resolve('ran') : reject()), 100);
    }),
  'a script from the network': (address) => load('script', { src: `${address}/x.js` }),
  'a script from a data address': () => load('script', { src: 'data:text/javascript,globalThis.ran2=1' }),
  fetch: (address) => fetch(address),
  'fetch of a file': () => fetch('file:///etc/passwd'),
  'fetch outside the page’s folder': () => fetch('app://wres-planner/..%2f..%2fpackage.json'),
  'fetch of another host of the protocol': () => fetch('app://elsewhere/index.html'),
  XMLHttpRequest: (address) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve(request.status);
      request.onerror = reject;
      request.open('GET', address);
      request.send();
    }),
  WebSocket: (_, port) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}`);
      socket.onopen = () => resolve('open');
      socket.onerror = reject;
    }),
  EventSource: (address) =>
    new Promise((resolve, reject) => {
      const source = new EventSource(address);
      source.onopen = () => resolve('open');
      source.onerror = () => {
        source.close();
        reject();
      };
    }),
  sendBeacon: (address) => {
    if (!navigator.sendBeacon(address, 'x')) throw new Error('refused');
    throw new Error('sent to where nothing came: the server counts');
  },
  'an image': (address) => load('img', { src: `${address}/x.png` }),
  'a style sheet': (address) => load('link', { rel: 'stylesheet', href: `${address}/x.css` }),
  'a font': (address) => new FontFace('x', `url(${address}/x.woff2)`).load(),
  'a frame': (address) => framed(address),
  'a frame of a file': () => framed('file:///etc/passwd'),
  'an object': (address) => load('object', { data: address }),
  'a worker': () =>
    new Promise((resolve, reject) => {
      const worker = new Worker('data:text/javascript,postMessage(1)');
      worker.onmessage = resolve;
      worker.onerror = reject;
    }),
  'a service worker': () => navigator.serviceWorker.register('/sw.js'),
  'a form': (address) =>
    new Promise((_, reject) => {
      document.addEventListener('securitypolicyviolation', reject, { once: true });
      const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
      document.body.append(form);
      form.submit();
    }),
  'another window': (address) => window.open(address),
  'a webview': (address) => load('webview', { src: address }),
  'the clipboard': () => navigator.clipboard.readText(),
  notifications: async () => {
    if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused');
    return 'granted';
  },
  'where the person is': () =>
    new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
  'camera and microphone': () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
  'the screen': () => navigator.mediaDevices.getDisplayMedia(),
  'files of the person': () => (window as never as { showOpenFilePicker(): Promise<unknown> }).showOpenFilePicker(),
  'all fonts': () =>
    (window as never as { queryLocalFonts(): Promise<unknown[]> }).queryLocalFonts().then((fonts) => {
      if (fonts.length === 0) throw new Error('refused');
      return fonts.length;
    }),
  WebRTC: (_, port) =>
    new Promise((resolve, reject) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
      connection.createDataChannel('x');
      connection.onicecandidate = ({ candidate }) =>
        candidate?.candidate.includes('srflx') && resolve(candidate.candidate);
      void connection.createOffer().then((offer) => connection.setLocalDescription(offer));
      setTimeout(reject, 1_500);
    }),
  'an operation that is not there': () =>
    (window.wres as never as { readFile(path: string): unknown }).readFile('/etc/passwd'),
  'a path by the bridge': async () => {
    const result = await window.wres.openDropped(new File(['x'], '/etc/passwd.wresplan'));
    if (!result.ok) throw new Error('refused');
    return result;
  },
  'an unknown field': async () => {
    const result = await window.wres.openRecent({ id: crypto.randomUUID(), path: '/etc/passwd' });
    if (!result.ok) throw new Error('refused');
    return result;
  },
  'an edit that is none': async () => {
    const result = await window.wres.edit({
      label: 'x',
      changes: [{ kind: 'sqlite_schema', record: 'x', field: 'x', value: 1 }],
    });
    if (!result.ok) throw new Error('refused');
    return result;
  },
};

/** Tries all of it in a page. @returns what each attempt got, and how often a server on this computer was asked */
export async function tryAll(page: Page): Promise<{ got: Record<string, string>; asked: number }> {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.setHeader('access-control-allow-origin', '*').end('1');
  });
  server.on('upgrade', () => (asked += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stun = createSocket('udp4').on('message', () => (asked += 1));
  await new Promise<void>((resolve) => stun.bind(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    stun.close();
  });
  const got: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) got[name] = await tryIt(page, attempt, port);
  return { got, asked };
}

async function tryIt(page: Page, attempt: (address: string, port: number) => unknown, port: number): Promise<string> {
  const source = `(async () => {
    const load = ${load}; const framed = ${framed};
    const late = new Promise((_, reject) => setTimeout(reject, 2500));
    // What runs straight from the debugger may do what the page may not; what runs from a timer is the page's own.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      const value = await Promise.race([(${attempt})('http://127.0.0.1:${port}', ${port}), late]);
      return value === undefined || value === null ? 'refused' : 'got ' + String(value).slice(0, 200);
    } catch { return 'refused'; }
  })()`;
  return page.evaluate(source) as Promise<string>;
}

/** Puts an element in the page and waits for what it points at. */
function load(tag: string, attributes: Record<string, string>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.onload = () => resolve(tag);
    element.onerror = reject;
    document.body.append(element);
    setTimeout(reject, 800);
  });
}

/** A frame fires its load event also for the page that says that it was refused; what counts is what it shows. */
function framed(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    setTimeout(() => {
      const shown = frame.contentDocument?.body?.innerText;
      frame.remove();
      shown ? resolve(shown) : reject();
    }, 600);
  });
}
