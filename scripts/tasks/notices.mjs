// npm run notices: brings THIRD-PARTY-NOTICES.txt up to date.
import { build } from '../build.mjs';

await build();
await import('../packaging/notices.mjs');
