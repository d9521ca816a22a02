import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The texts for pages that a module's code makes. */
export interface CodeTexts {
  /** Keys of `say` and words of `sayCount`. */
  said: ReadonlySet<string>;
  /** Messages of errors and of fields, with `{name}` for what is put in. */
  problems: ReadonlySet<string>;
  /** All its code, for texts that stand in tables. */
  source: string;
}

const SAY_COUNT = /\bsayCount\([^;]*?,\s*'([^']+)'(?:,\s*'([^']+)')?,?\s*\)/gs;
/** In a file of errors every sentence is a message. */
const SENTENCE = /'((?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*\.)'|`([^`\n]* [^`\n]*\.)`/g;
const MESSAGE = /\b(?:message|next|title):\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g;

/** Reads the TypeScript of a folder, its tests left out. */
export function readCodeTexts(folder: string): CodeTexts {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !/\.spec\.ts$|(^|\/)(testing|demonstration|gallery|translation)\//.test(file),
    )
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const source = files.map(({ text }) => text).join('\n');
  const errors = files.filter(({ file }) => file.endsWith('.errors.ts')).map(({ text }) => text);
  const counted = [...source.matchAll(SAY_COUNT)].flatMap(([, one = '', many = `${one}s`]) => [one, many]);
  const messages = [...source.matchAll(MESSAGE), ...errors.join('\n').matchAll(SENTENCE)];
  const problems = messages.map(([, plain, template]) => plain ?? named(template ?? ''));
  return { said: new Set([...saidIn(source), ...counted]), problems: new Set(problems.map(unescaped)), source };
}

/** `say`Lesson ${n} of ${m}`` → "Lesson {0} of {1}". */
function saidIn(source: string): string[] {
  return source
    .split(/\bsay`/)
    .slice(1)
    .map((rest) => {
      let key = '';
      for (let at = 0, places = 0; at < rest.length && rest[at] !== '`'; at++) {
        if (rest.startsWith('${', at)) {
          key += `{${places++}}`;
          at = endOfPlace(rest, at + 2);
        } else key += rest[at];
      }
      return unescaped(key);
    });
}

/** Where the brace closes that was opened before `from`. */
function endOfPlace(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}' && --depth === 0) return at;
  }
  return source.length;
}

function named(template: string): string {
  return template.replaceAll(/\$\{([^{}]*)\}/g, (_, code: string) => `{${/(\w+)\W*$/.exec(code)?.[1] ?? 'it'}}`);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
