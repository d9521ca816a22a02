import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface AssetFolder {
  /** Where its files are on the web, with a slash at the end. */
  prefix: string;
  folder: string;
}

/** The folder of the USWDS package, served without a copy. */
export const uswdsFolder = (root: string): string => join(root, 'node_modules/@uswds/uswds/dist');

/** Our own files: `src/platform/views/assets` at /assets/, and `modules/<module>/http/assets` at /assets/<module>/. */
export function ownAssetFolders(root: string): AssetFolder[] {
  const modules = readdirSync(join(root, 'modules')).map((module) => ({
    prefix: `/assets/${module}/`,
    folder: join(root, 'modules', module, 'http/assets'),
  }));
  return [
    { prefix: '/assets/', folder: join(root, 'src/platform/views/assets') },
    ...modules.filter(({ folder }) => existsSync(folder)),
  ];
}

/**
 * Addresses of the assets that pages name, each with a mark of its content, so that browsers may keep them for a year.
 * `addresses.get('quizzes/quiz.js')` → "/assets/quizzes/quiz.js?v=1f2e3d4c"
 */
export function assetAddresses(root: string): ReadonlyMap<string, string> {
  const uswds = { prefix: '/assets/uswds/css/', folder: join(uswdsFolder(root), 'css'), files: ['uswds.min.css'] };
  const own = ownAssetFolders(root).map((found) => ({ ...found, files: readdirSync(found.folder) }));
  return new Map(
    [uswds, ...own].flatMap(({ prefix, folder, files }) =>
      files.map((file) => {
        const address = `${prefix}${file}`;
        return [address.slice('/assets/'.length), `${address}?v=${fingerprint(join(folder, file))}`] as const;
      }),
    ),
  );
}

function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8);
}
