// The first file of every utility process: the addon's redirect, then the file that was asked for, as if it were the first.
import { pathToFileURL } from 'node:url';
import './addon.cjs';

process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1]).href);
