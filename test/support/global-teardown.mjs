import fs from 'node:fs';

export default async function globalTeardown() {
  const { server, directory } = globalThis.__testRun ?? {};
  await server?.stop();
  if (directory) fs.rmSync(directory, { recursive: true, force: true });
}
