import { isAbsolute, resolve } from 'node:path';
import { projectRoot } from '../config/project-root.js';

/** What the launcher itself reads from its surroundings; everything else is for the processes it starts. */
export interface LauncherSettings {
  port: number;
  /** Absolute. Everything this copy of the product keeps lies in it. */
  dataDir: string;
  /** A PostgreSQL server of the operator's; null means the embedded one. */
  outsideDatabase: string | null;
}

/** @throws Error in words when PORT is no port */
export function readLauncherSettings(env: NodeJS.ProcessEnv): LauncherSettings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT must be a whole number from 1 to 65535; it is "${env.PORT}".`);
  }
  const dataDir = env.DATA_DIR || '.data';
  return {
    port,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(projectRoot, dataDir),
    outsideDatabase: env.DATABASE_URL || null,
  };
}
