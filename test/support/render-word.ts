import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why pages cannot be rendered here, in words; undefined where they can. */
export const cannotRender = ['soffice', 'pdftotext', 'pdfinfo'].every(isInstalled)
  ? undefined
  : 'LibreOffice and poppler-utils are not installed: apt-get install libreoffice-writer poppler-utils';

/** Word files as LibreOffice prints them: tagged PDFs. */
export async function toPdfs(files: Uint8Array[]): Promise<Uint8Array[]> {
  return inFolder(async (folder) => {
    const names = files.map((_, index) => path.join(folder, `${index}`));
    for (const [index, docx] of files.entries()) writeFileSync(`${names[index]}.docx`, docx);
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`,
      '--headless',
      '--convert-to',
      'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
      '--outdir',
      folder,
      ...names.map((name) => `${name}.docx`),
    ]);
    return names.map((name) => readFileSync(`${name}.pdf`));
  });
}

/** The text of each page of a PDF, laid out as on the page. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const text = await withPdf(pdf, 'pdftotext', (file) => ['-layout', file, '-']);
  return text.split('\f').slice(0, -1);
}

/** How often each tag stands in a tagged PDF: "H1", "TR", "TH" … */
export async function tagCounts(pdf: Uint8Array): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, tag = ''] of (await withPdf(pdf, 'pdfinfo', (file) => ['-struct', file])).matchAll(
    /^\s*([A-Z]\w*)/gm,
  )) {
    counts[tag] = (counts[tag] ?? 0) + 1;
  }
  return counts;
}

/** A picture (PNG) of each page of a PDF, for people to look at. */
export async function pictures(pdf: Uint8Array, dotsPerInch = 80): Promise<Uint8Array[]> {
  return inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'page.pdf'), pdf);
    await run('pdftoppm', [
      '-r',
      String(dotsPerInch),
      '-png',
      path.join(folder, 'page.pdf'),
      path.join(folder, 'page'),
    ]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return names.sort().map((name) => readFileSync(path.join(folder, name)));
  });
}

async function withPdf(pdf: Uint8Array, command: string, options: (file: string) => string[]): Promise<string> {
  return inFolder(async (folder) => {
    const file = path.join(folder, 'page.pdf');
    writeFileSync(file, pdf);
    return (await run(command, options(file), { maxBuffer: 64 * 1024 * 1024 })).stdout;
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wres-pages-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isInstalled(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
