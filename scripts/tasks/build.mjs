// npm run build: builds dist/ where a source is newer than it.
import { build } from '../build.mjs';

await build();
