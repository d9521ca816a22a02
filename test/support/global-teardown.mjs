import fs from 'node:fs';

export default async function globalTeardown() {
  const { server, dir } = globalThis.__testCluster ?? {};
  await server?.stop();
  if (dir) fs.rmSync(dir, { recursive: true, force: true });
}
