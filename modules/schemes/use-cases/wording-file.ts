import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../../../src/config/project-root.js';
import type { Language } from '../../../src/kernel/languages.js';
import { rewording } from '../domain/rewording.js';
import type { Clause, EligibilityTree } from '../domain/eligibility-tree.js';
import { topicWords, type Wording } from '../domain/wording.js';
import { readSource } from './read-scheme-files.js';
import { readWording } from './read-wording.js';

const folder = join(projectRoot, 'content/schemes');
const FILES: Record<Language, string> = { en: 'wording.en.yaml', es: 'translations/wording.es.yaml' };

/** What people are told about schemes, read once at the start; a fault in a file stops it, in whatever language. */
@Injectable()
export class WordingFile {
  readonly wording: Wording = wordingIn('en');

  constructor() {
    for (const language of Object.keys(FILES) as Language[]) clauseWords(language);
  }
}

const wordings = new Map<Language, Wording>();
const spoken = new Map<Language, (english: string) => string | undefined>();

/** The wording of a language. @throws Error with file, line and reason of each fault */
export function wordingIn(language: Language): Wording {
  const known = wordings.get(language) ?? loadWording(language);
  wordings.set(language, known);
  return known;
}

/** Says titles and reasons of clauses in a language. What its wording does not have comes back as nothing. */
export function clauseWords(language: Language): (english: string) => string | undefined {
  const known = spoken.get(language) ?? rewording(wordingIn('en'), wordingIn(language));
  spoken.set(language, known);
  return known;
}

/** The same tree in another language, clause by clause; what its wording does not have stays English. */
export function treeIn(language: Language, tree: EligibilityTree): EligibilityTree {
  if (language === 'en') return tree;
  const said = clauseWords(language);
  const say = (english: string) => said(english) ?? english;
  const clause = (one: Clause): Clause => ({
    ...one,
    title: say(one.title),
    reasons: one.reasons.map(say),
    notCounted: one.notCounted.map(({ ref, reason }) => ({ ref, reason: say(reason) })),
    children: one.children.map(clause),
  });
  return { ...tree, clauses: tree.clauses.map(clause) };
}

/** What a training, practice or exam domain is called; a code that no scheme here knows is said as it is written. */
export function topicIn(language: Language, code: string): string {
  return topicWords(code, wordingIn(language));
}

function loadWording(language: Language): Wording {
  const { wording, faults } = readWording(readSource(join(folder, FILES[language])));
  if (wording && faults.length === 0) return wording;
  throw new Error(faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`).join('\n'));
}
