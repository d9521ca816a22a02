import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of our own stylesheet, marks and scripts, served under /assets. */
export const assetsFolder = (root: string): string => join(root, 'src/platform/views/assets');
/** Folder of the USWDS package, served under /assets/uswds without a copy. */
export const uswdsFolder = (root: string): string => join(root, 'node_modules/@uswds/uswds/dist');

/**
 * Addresses of assets, each with a mark of its content, so that browsers may keep them for a year.
 * `addresses.get('goodstanding.css')` → "/assets/goodstanding.css?v=1f2e3d4c"
 */
export function assetAddresses(root: string): ReadonlyMap<string, string> {
  const own = readdirSync(assetsFolder(root));
  const uswds = 'css/uswds.min.css';
  return new Map([
    ...own.map((name) => [name, `/assets/${name}?v=${hash(join(assetsFolder(root), name))}`] as const),
    [`uswds/${uswds}`, `/assets/uswds/${uswds}?v=${hash(join(uswdsFolder(root), uswds))}`],
  ]);
}

function hash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8);
}
