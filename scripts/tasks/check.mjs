// npm run check: what is quick, before a commit.
import { check, sumUp, tests } from '../checks.mjs';

sumUp([
  await check('types', 'tsc', '-p', '.'),
  await check('lint', 'biome', 'check', '.'),
  await check('unused', 'knip'),
  await tests('unit'),
]);
