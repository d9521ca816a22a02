import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** One template as it was written. */
export interface Source {
  name: string;
  file: string;
  text: string;
}

export function source(file: string, name: string): Source {
  return { name, file, text: readFileSync(file, 'utf8') };
}

export function sources(folder: string, prefix: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => source(join(folder, file), prefix + file.slice(0, -'.hbs'.length).split(sep).join('/')));
}

/** Every `views` folder that holds pages; `src/platform/views` itself holds components and the layout instead. */
export function viewFolders(root: string): { folder: string; prefix: string }[] {
  return ['modules', 'src/platform'].flatMap((base) =>
    readdirSync(join(root, base), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name === 'views')
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((folder) => dirname(folder) !== join(root, 'src/platform'))
      .map((folder) => ({ folder, prefix: `${relative(join(root, base), folder).split(sep)[0]}/` })),
  );
}
