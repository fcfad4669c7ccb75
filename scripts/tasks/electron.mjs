// npm run electron: puts an Electron in place, and says which and where.
import { findElectron } from '../electron/find.mjs';

const { dist, kind } = await findElectron();
console.error(`[electron] ${kind}: ${dist}`);
