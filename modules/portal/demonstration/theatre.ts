import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSteps, launch } from '../../../src/launcher/launch.js';
import { readLauncherSettings } from '../../../src/launcher/settings.js';
import { holderOf } from '../../../src/platform/database/embedded/directory-lock.js';
import { readSignIns } from './sign-ins.js';
import { Stage } from './stage.js';
import { StaffDesk } from './staff-desk.js';
import { overHttp } from './transport.js';

export interface Theatre {
  address: string;
  stage: Stage;
  desk: StaffDesk;
  /** Where the play puts the files it makes. */
  files: string;
  /** Stops what was started for the play, and removes its data; the files stay. */
  close(): Promise<void>;
}

/**
 * A system to play on: the demonstration that runs on DATA_DIR when there is one, otherwise one of the play's own in a
 * temporary folder (within DATA_DIR where that is set), without the people of the seed.
 */
export async function openTheatre(tell: (line: string) => void): Promise<Theatre> {
  const running = process.env['DATA_DIR'] ? readLauncherSettings(process.env) : null;
  if (running && holderOf(running.dataDir)) {
    const files = join(running.dataDir, 'demo-files');
    mkdirSync(files, { recursive: true });
    return theatre(`http://localhost:${running.port}`, running.dataDir, files, async () => undefined);
  }
  return openOwn(tell);
}

async function openOwn(tell: (line: string) => void): Promise<Theatre> {
  const { DATA_DIR, PORT } = process.env;
  const place = DATA_DIR ? readLauncherSettings(process.env).dataDir : tmpdir();
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, 'goodstanding-demo-'));
  const [dataDir, files] = [join(folder, 'data'), join(folder, 'files')];
  mkdirSync(files);
  const port = PORT ? readLauncherSettings(process.env).port : await freePort();
  const settings = { port, dataDir, outsideDatabase: null };
  const steps = fillSteps.filter((step) => !step.arguments.includes('seed:demo'));
  const launched = await launch({ settings, steps, tell, signal: new AbortController().signal });
  return theatre(launched.address, dataDir, files, async () => {
    await launched.stop();
    const mail = join(dataDir, 'mail');
    if (existsSync(mail)) cpSync(mail, join(files, 'letters'), { recursive: true });
    rmSync(dataDir, { recursive: true, force: true });
  });
}

function theatre(address: string, dataDir: string, files: string, close: () => Promise<void>): Theatre {
  const stage = new Stage(overHttp(address));
  return { address, stage, desk: new StaffDesk(stage, readSignIns(dataDir)), files, close };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 3000));
    });
  });
}
