import { DomainError } from '../../kernel/domain-error.js';
import type { TemplateProblem } from './pdf-renderer.js';

/** Text holds characters that no shipped font can print. The person's name is right; the document waits for staff. */
export class UnprintableText extends DomainError {
  /** @param characters as they are written, each once */
  constructor(readonly characters: readonly string[]) {
    super({
      code: 'document.unprintable',
      kind: 'conflict',
      message: `The fonts of the documents do not have ${characters.map(named).join(', ')}.`,
      next: 'Agree with the person on how the name is to be printed, then make the document again.',
    });
  }
}

/** The template, or the template with this data, cannot become a document. */
export class TemplateUnusable extends DomainError {
  constructor(readonly problems: readonly TemplateProblem[]) {
    super({
      code: 'document.template',
      kind: 'conflict',
      message: problems.map(({ message, line }) => (line === null ? message : `line ${line}: ${message}`)).join('; '),
      next: 'Correct the template or its data, then make the document again.',
    });
  }
}

/** Drawing passed its time limit. */
export class DrawingTookTooLong extends DomainError {
  constructor(readonly limitMs: number) {
    super({
      code: 'document.slow',
      kind: 'unavailable',
      message: `The document was not drawn within ${limitMs} ms.`,
      next: 'Look at what the template repeats, then make the document again.',
    });
  }
}

/** The drawing process ended before it answered. */
export class DrawingStopped extends DomainError {
  constructor() {
    super({
      code: 'document.stopped',
      kind: 'unavailable',
      message: 'The process that draws documents ended before it answered.',
      next: 'Make the document again.',
    });
  }
}

/** `😀 (U+1F600)`: told by its number as well, because the reader's own font may lack it too. */
function named(character: string): string {
  const numbers = [...character]
    .map((point) => `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
  return /^\p{C}+$/u.test(character) ? numbers : `${character} (${numbers})`;
}
