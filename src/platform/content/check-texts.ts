import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { AvoidedWord } from '../language/shaming-words.js';
import { findShamingWords } from '../language/shaming-words.js';
import { readableText } from '../language/template-rules.js';
import { filesUnder } from './files-under.js';
import type { Fault } from './yaml-source.js';

/** A text that is written in another language says so in its name: `age.es.md`. */
const LANGUAGE = /\.([a-z]{2})\.(?:hbs|md|ya?ml)$/u;
/** The words to avoid stand there themselves. */
const LISTS = 'language';

/**
 * What every text of a content folder is held against, whatever it is for: its encoding, words to avoid, and templates that can be
 * written out. The words in folders of `leftOut` are checked by those who know more of them.
 */
export function checkTexts(contentDir: string, avoided: readonly AvoidedWord[], leftOut: readonly string[]): Fault[] {
  const isLeftOut = (file: string) => [...leftOut, LISTS].some((folder) => file.startsWith(`${folder}/`));
  const texts = filesUnder(contentDir).filter((file) => /\.(?:md|hbs|ya?ml)$/u.test(file));
  return [
    ...texts.flatMap((file) => encodingFault(file, readFileSync(join(contentDir, file)))),
    ...texts.filter((file) => !isLeftOut(file)).flatMap((file) => {
      const text = readFileSync(join(contentDir, file), 'utf8');
      if (!file.endsWith('.hbs')) return avoidedIn(file, text, avoided);
      const broken = templateFault(file, text);
      return broken ? [broken] : avoidedIn(file, readableText(text), avoided);
    }),
  ];
}

/** Letters of another encoding would be read, mailed and signed as signs of replacement. */
function encodingFault(file: string, bytes: Buffer): Fault[] {
  if (isUtf8(bytes)) return [];
  // Each letter stands for one byte, so that a line is the line of the file.
  const line = bytes
    .toString('latin1')
    .split('\n')
    .findIndex((text) => !isUtf8(Buffer.from(text, 'latin1')));
  return [{ file, line: line + 1, reason: 'this line is not UTF-8 text: save the file in that encoding' }];
}

function avoidedIn(file: string, text: string, avoided: readonly AvoidedWord[]): Fault[] {
  return findShamingWords(text, avoided, LANGUAGE.exec(file)?.[1] ?? 'en').map(({ word, suggestion, line }) => {
    return { file, line, reason: `"${word}" is on the avoid list; better: ${suggestion}` };
  });
}

function templateFault(file: string, text: string): Fault | null {
  try {
    Handlebars.parse(text);
    return null;
  } catch (error) {
    const { message } = error as Error;
    const line = Number(/\bline (\d+)|- (\d+):/u.exec(message)?.slice(1).find(Boolean) ?? 1);
    const what = message.includes("got 'EOF'")
      ? 'a block that it opens is not closed'
      : (message.split('\n').findLast((part) => part.trim() !== '') ?? message);
    return { file, line, reason: `this template cannot be written out: ${what}` };
  }
}
