import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { contentSecurityPolicy } from './electron/content-security-policy.ts';

/**
 * One config builds all parts of the app into dist/:
 * - renderer/: the page (environment `client`);
 * - main.js, reader.js, salvager.js, word-reader.js, document-reader.js, speller.js, cli.js: what runs on Node, as modules that share their pieces and load them when first used;
 * - preload.cjs: one CommonJS file, because the page's sandbox takes nothing else.
 * Targets are the oldest runtime that it runs on: Electron 33 (Chromium 130, Node 20).
 */
export default defineConfig({
  root: path.join(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react(), writePolicyIntoPage(), listBundledPackages()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    // In kB. The editor comes from the disk, after the first paint.
    chunkSizeWarningLimit: 1_000,
  },
  worker: { format: 'es' },
  environments: {
    node: node(
      {
        main: 'electron/main.ts',
        reader: 'electron/plan-file/reader.ts',
        salvager: 'electron/plan-file/salvager.ts',
        'word-writer': 'electron/word/word-writer.ts',
        'word-reader': 'electron/word/read/word-reader.ts',
        'document-reader': 'electron/word/read/document-reader.ts',
        speller: 'electron/speller.ts',
        cli: 'electron/cli-main.ts',
      },
      'es',
    ),
    preload: node({ preload: 'electron/preload.ts' }, 'cjs'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['node', 'preload', 'client']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});

/** Everything is bundled but Electron itself and better-sqlite3, which is native. */
function node(input: Record<string, string>, format: 'es' | 'cjs'): EnvironmentOptions {
  const suffix = format === 'es' ? 'js' : 'cjs';
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      outDir: '../dist',
      emptyOutDir: format === 'es', // the first of the three to be built
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external: ['electron', 'better-sqlite3'],
        // All side by side, so that a module finds its neighbours by import.meta.dirname wherever it lands.
        output: { format, entryFileNames: `[name].${suffix}`, chunkFileNames: `[name]-[hash].${suffix}` },
      },
    },
  };
}

/** In the built page only: the development server needs an inline script of its own. */
function writePolicyIntoPage(): Plugin {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy };
  return {
    name: 'write-policy-into-page',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
  };
}

/** Writes which packages each part holds, for the notices that the app must carry (scripts/packaging/notices.mjs). */
function listBundledPackages(): Plugin {
  return {
    name: 'list-bundled-packages',
    apply: 'build',
    generateBundle() {
      const packages = new Set<string>();
      for (const id of this.getModuleIds()) {
        const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? [];
        if (folder) packages.add(path.posix.relative(import.meta.dirname.replaceAll('\\', '/'), folder));
      }
      const source = JSON.stringify([...packages].sort(), null, 2);
      this.emitFile({ type: 'asset', fileName: `bundled-${this.environment.name}.json`, source });
    },
  };
}
