// npm run check: what is quick, before a commit.
import { quickChecks, sumUp } from '../checks.mjs';

sumUp(await quickChecks());
