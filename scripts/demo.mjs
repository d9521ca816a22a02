// npm run demo: builds, then plays the whole way by HTTP (src/demo.ts).
import { buildOrExit } from './build.mjs';
import { runBuilt } from './lib/run-built.mjs';

await buildOrExit();
runBuilt('dist/src/demo.js');
