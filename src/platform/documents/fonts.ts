import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

type Face = 'serif' | 'sans';

interface Family {
  /** As the font file names itself. */
  name: string;
  package: string;
  /** Folders of the package, each with the static files of one style. */
  folders: string[];
  /** One file whose character map stands for the family. */
  regular: string;
}

const google = (name: string, slug: string, styles: string[]): Family => ({
  name,
  package: `@expo-google-fonts/${slug}`,
  folders: styles,
  regular: `400Regular/${name.replaceAll(' ', '')}_400Regular.ttf`,
});

const SERIF = google('Noto Serif', 'noto-serif', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']);
const SANS = google('Noto Sans', 'noto-sans', ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']);
const ARABIC = google('Noto Naskh Arabic', 'noto-naskh-arabic', ['400Regular', '600SemiBold', '700Bold']);
const DEVANAGARI = google('Noto Sans Devanagari', 'noto-sans-devanagari', ['400Regular', '600SemiBold', '700Bold']);
const CHEROKEE = google('Noto Sans Cherokee', 'noto-sans-cherokee', ['400Regular', '600SemiBold', '700Bold']);
const CHINESE = google('Noto Sans SC', 'noto-sans-sc', ['400Regular', '700Bold']);
const KOREAN: Family = {
  name: 'Noto Sans Korean',
  package: '@embedpdf/fonts-kr',
  folders: ['fonts'],
  regular: 'fonts/NotoSansKR-Regular.otf',
};

export const FAMILIES: readonly Family[] = [SERIF, SANS, ARABIC, DEVANAGARI, CHEROKEE, CHINESE, KOREAN];

/** Letters that both Latin families have for certain (`fonts.spec.ts`). */
const LATIN = /^[\s!-~\u00A0-\u017F\u1EA0-\u1EF9\u2013\u2014\u2018-\u201D\u2022\u2026]*$/;

/**
 * The families to look the characters of a text up in, in order. Han characters are shared by Chinese and Korean with
 * different shapes, so the language of the text decides which comes first. Latin text gets the Latin families only:
 * each further family costs the engine time for every line.
 */
export function familiesFor(face: Face, language: string, text: string): string[] {
  const latin = face === 'serif' ? [SERIF, SANS] : [SANS, SERIF];
  if (LATIN.test(text)) return latin.map(({ name }) => name);
  const han = /^ko\b/i.test(language) ? [KOREAN, CHINESE] : [CHINESE, KOREAN];
  return [...latin, ARABIC, DEVANAGARI, CHEROKEE, ...han].map(({ name }) => name);
}

/** `zh` of `zh-Hans`: what the engine asks for. */
export function primaryLanguage(tag: string): string {
  return tag.replace(/-.*$/, '').toLowerCase();
}

/** The folders that hold every font of the documents; nothing else is ever used, no font of the system. */
export function fontFolders(): string[] {
  return FAMILIES.flatMap((family) => family.folders.map((folder) => path.join(packageFolder(family), folder)));
}

export function regularFile(family: Family): string {
  return path.join(packageFolder(family), family.regular);
}

function packageFolder(family: Family): string {
  const entry = require.resolve(family.package);
  return entry.slice(0, entry.lastIndexOf(family.package) + family.package.length);
}
