import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page, PageCell, Paragraph } from '../../shared/layout/page.ts';
import { median } from './samples.ts';

/** Another program that makes a Word file of the same page, where it is installed. Times in milliseconds. */
export type Peer = { name: string; figure: number } | { name: string; why: string };

const run = promisify(execFile);
const patience = 60_000;

export async function peers(page: Page, folder: string): Promise<Peer[]> {
  const html = htmlOf(page);
  const source = path.join(folder, 'page.html');
  await writeFile(source, html);
  return [
    await timed('pandoc, from HTML', has('pandoc', '--version'), () =>
      clocked(() =>
        run('pandoc', ['-f', 'html', '-t', 'docx', '-o', path.join(folder, 'pandoc.docx'), source], {
          timeout: patience,
        }),
      ),
    ),
    await timed('python-docx', has('python3', '-c', 'import docx'), () => pythonDocx(page, folder)),
    await timed('html-to-docx', canResolve('html-to-docx'), async () => {
      const convert = createRequire(import.meta.url)('html-to-docx');
      return clocked(() => convert(html));
    }),
  ];
}

async function timed(name: string, installed: boolean, work: () => Promise<number>): Promise<Peer> {
  if (!installed) return { name, why: 'not installed' };
  const samples: number[] = [];
  try {
    // Three times, or once where that takes long.
    while (samples.length < 3 && (samples[0] ?? 0) < 5_000) samples.push(await work());
  } catch (error) {
    return { name, why: (error as { killed?: boolean }).killed ? 'over a minute' : 'installed, but it failed' };
  }
  return { name, figure: median(samples) };
}

async function clocked(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Its own clock, without the start of Python. */
async function pythonDocx(page: Page, folder: string): Promise<number> {
  const source = path.join(folder, 'page.json');
  await writeFile(source, JSON.stringify(page));
  const script = path.join(import.meta.dirname, 'python_docx_peer.py');
  const { stdout } = await run('python3', [script, source, path.join(folder, 'python.docx')], { timeout: patience });
  return Number(stdout);
}

function has(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function canResolve(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function htmlOf(page: Page): string {
  const blocks = page.blocks.map((block) => {
    if (block.kind === 'heading') return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    if (block.kind === 'paragraph') return htmlParagraph(block.paragraph);
    const rows = block.table.rows.map(
      ({ cells }) => `<tr>${cells.map((cell) => (cell ? htmlCell(cell) : '')).join('')}</tr>`,
    );
    return `<table>${rows.join('')}</table>`;
  });
  return `<!doctype html><html lang="en-GB"><head><title>${escapeHtml(page.title)}</title></head><body>${blocks.join('')}</body></html>`;
}

function htmlCell({ paragraphs, columnSpan, rowSpan, fill, header }: PageCell): string {
  const tag = header ? 'th' : 'td';
  const look = fill ? ` style="background-color: ${fill.colour}"` : '';
  return `<${tag} colspan="${columnSpan}" rowspan="${rowSpan}"${look}>${paragraphs.map(htmlParagraph).join('')}</${tag}>`;
}

function htmlParagraph({ label, runs, list }: Paragraph): string {
  const mark = list?.kind === 'bullet' ? '• ' : list?.kind === 'number' ? `${list.value}. ` : '';
  const words = runs
    .map(({ text, bold }) => (bold ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text)))
    .join('');
  return `<p>${mark}${label ? `<strong>${escapeHtml(label)} </strong>` : ''}${words}</p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
