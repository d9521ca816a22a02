import type { RenderedLetter } from './letter-template.js';

const SPECIMEN = 'SPECIMEN, NOT A CREDENTIAL. This letter comes from a demonstration.';

/** A demonstration's letters say so first thing. */
export function withLetterhead(letter: RenderedLetter, demonstration: boolean): RenderedLetter {
  if (!demonstration) return { ...letter, html: page(letter.html) };
  return {
    subject: `[SPECIMEN] ${letter.subject}`,
    text: `${SPECIMEN}\n\n${letter.text}`,
    html: page(`<p><strong>${SPECIMEN}</strong></p>${letter.html}`),
  };
}

/** Stable for ever, so that a letter sent again after a crash is recognised as the same. */
export function messageIdOf(letterId: string, publicUrl: string): string {
  return `${letterId}@${new URL(publicUrl).hostname}`;
}

function page(body: string): string {
  const style = 'max-width:36em;margin:0 auto;padding:1em;font:16px/1.5 Georgia,serif;color:#1b1b1b';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body><div style="${style}">${body}</div></body></html>`;
}
