// npm start: builds, then becomes the launcher (src/launcher/main.ts), which supervises everything else.
import { buildOrExit } from './build.mjs';

await buildOrExit();
const { main } = await import('../dist/src/launcher/main.js');
await main();
