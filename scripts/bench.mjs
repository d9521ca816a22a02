// npm run bench [-- NAME]: builds, then measures (bench/main.ts) and prints each figure beside its target.
import { buildOrExit } from './build.mjs';
import { runBuilt } from './lib/run-built.mjs';

await buildOrExit();
runBuilt('dist/bench/main.js');
