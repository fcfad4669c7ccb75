import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  app,
  type ProtocolRequest,
  type ProtocolResponse,
  protocol,
  type Session,
  session,
  type WebContents,
} from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';

/**
 * The walls of the app: the page is served from its own folder by its own protocol, and reaches nothing else. No
 * network, no navigation, no other windows, no permissions. Everything here refuses; nothing asks.
 */

export const appOrigin = 'app://wres-planner';

/** The address of the development server, if the app was started unpackaged and asked to use one. */
export const devServer = app.isPackaged ? undefined : process.env.DEV_SERVER_URL;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** To be called before the app is ready: these switches are read once. */
export function guardStart(): void {
  // Every page is sandboxed anyway. Root on Linux has no sandbox at all, and its pages would not start if asked for one.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  if (devServer) return;
  // Belt and braces below the session's own block: no name is ever looked up, no background service ever calls home.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

/** To be called when the app is ready, before the first window. */
export function guardSession(pageFolder: string): void {
  const own = session.defaultSession;
  // The older of two ways: `handle` first has Node set up its fetch, which takes as long as the page itself.
  own.protocol.registerBufferProtocol('app', async (request, answer) => answer(await serve(request, pageFolder)));
  refuseNetwork(own);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** True if an address is the app's own page. The origin of a custom protocol reads "null", so its parts are compared. */
export function isOwnPage(address: string): boolean {
  if (devServer) return address.startsWith(devServer);
  const url = parse(address);
  return url?.protocol === 'app:' && url.host === 'wres-planner';
}

function refuseNetwork(own: Session): void {
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowed(details.url) }));
}

function isAllowed(address: string): boolean {
  if (isOwnPage(address)) return true;
  if (devServer) return new URL(address).host === new URL(devServer).host || address.startsWith('devtools:');
  return address.startsWith('data:') || (!app.isPackaged && address.startsWith('devtools:'));
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

async function serve(request: ProtocolRequest, pageFolder: string): Promise<ProtocolResponse> {
  const file = fileOf(request, pageFolder);
  if (file === undefined) return refusal(403);
  try {
    return {
      data: await readFile(file),
      // No cross-origin-opener-policy: the page has no opener, and to keep it from one costs the start a second process.
      headers: {
        'content-type': types[path.extname(file)] ?? 'application/octet-stream',
        'content-security-policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    };
  } catch {
    return refusal(404);
  }
}

/** The file that a request is for, or undefined where it asks for anything outside the page's folder. */
function fileOf(request: ProtocolRequest, pageFolder: string): string | undefined {
  const url = parse(request.url);
  if (request.method !== 'GET' || url?.host !== 'wres-planner') return undefined;
  const name = decode(url.pathname);
  if (name === undefined || /[\\\0]/.test(name)) return undefined;
  const file = path.join(pageFolder, name === '/' ? 'index.html' : name);
  const inside = path.relative(pageFolder, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? undefined : file;
}

function refusal(statusCode: number): ProtocolResponse {
  return { statusCode, data: Buffer.alloc(0), headers: { 'content-security-policy': "default-src 'none'" } };
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
