// npm run test:libreoffice: what we export is saved by LibreOffice as .docx and as .odt, and must come back equal.
import { spawnSync } from 'node:child_process';
import { tool } from '../tool.mjs';

if (spawnSync('soffice', ['--version']).error) {
  console.log('Skipped: LibreOffice is not installed (apt-get install libreoffice-writer).');
} else {
  const [node = '', ...args] = tool('vitest');
  process.exitCode = spawnSync(node, [...args, 'run', '--project', 'libreoffice'], { stdio: 'inherit' }).status ?? 1;
}
