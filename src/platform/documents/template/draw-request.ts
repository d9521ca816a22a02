import type { DocumentInput } from '../pdf-renderer.js';

/** What crosses to a drawing process: plain, so that it can be copied. */
export interface DrawRequest extends Omit<DocumentInput, 'template' | 'issuedOn'> {
  source: string;
  issuedOn: { year: number; month: number; day: number };
}

export function drawRequest(source: string, input: Omit<DocumentInput, 'template'>): DrawRequest {
  const { data, title, author, language, nameLanguage, specimen } = input;
  const { year, month, day } = input.issuedOn;
  return { source, data, title, author, language, nameLanguage, specimen, issuedOn: { year, month, day } };
}
