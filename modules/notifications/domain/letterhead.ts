import type { RenderedLetter } from './letter-template.js';

const SPECIMEN = 'SPECIMEN, NOT A CREDENTIAL. This letter comes from a demonstration.';
/** The English mark stays, since certificates and tests of the world look for it. */
const SPECIMENS: Readonly<Record<string, string>> = {
  es: 'SPECIMEN: MUESTRA, NO ES UNA CREDENCIAL. Esta carta viene de una demostración.',
};

/** A demonstration's letters say so first thing. `language`: of the wording; screen readers speak the letter in it. */
export function withLetterhead(letter: RenderedLetter, demonstration: boolean, language = 'en'): RenderedLetter {
  if (!demonstration) return { ...letter, html: page(letter.html, language) };
  const specimen = SPECIMENS[language] ?? SPECIMEN;
  return {
    subject: `[SPECIMEN] ${letter.subject}`,
    text: `${specimen}\n\n${letter.text}`,
    html: page(`<p><strong>${specimen}</strong></p>${letter.html}`, language),
  };
}

/** Stable for ever, so that a letter sent again after a crash is recognised as the same. */
export function messageIdOf(letterId: string, publicUrl: string): string {
  return `${letterId}@${new URL(publicUrl).hostname}`;
}

function page(body: string, language: string): string {
  const style = 'max-width:36em;margin:0 auto;padding:1em;font:16px/1.5 Georgia,serif;color:#1b1b1b';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body><div style="${style}">${body}</div></body></html>`;
}
