// npm run demo: builds, then plays the whole way by HTTP (modules/portal/demonstration).
import { buildOrExit } from './build.mjs';
import { runBuilt } from './lib/run-built.mjs';

await buildOrExit();
runBuilt('dist/modules/portal/demonstration/demo.js');
