import type { FieldProblem } from '../../../src/kernel/domain-error.js';

/** Types of files that are taken as proof, by the ending of their names. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

export const ACCEPTED_FILES = '.pdf,.jpg,.jpeg,.png';
const LONGEST_NAME = 200;

/**
 * Whether a file is what it says. The name is the sender's word; the type was found in the bytes.
 *
 * @param found MIME type found in the content, undefined where none was recognised
 * @returns the type to keep it under, or why it is not taken
 */
export function proofType(
  field: string,
  { fileName, size, found }: { fileName: string; size: number; found: string | undefined },
): { type: string } | { problem: FieldProblem } {
  const refuse = (message: string) => ({ problem: { field, message } });
  if (size === 0) return refuse('This file is empty. Choose it again, or save it anew');
  const claimed = TYPES[fileName.split('.').at(-1)?.toLowerCase() ?? ''];
  if (!claimed) return refuse('Choose a PDF, JPEG or PNG file');
  if (!found || !Object.values(TYPES).includes(found)) {
    return refuse('This file is not what its name says. Save it again as PDF, JPEG or PNG, then choose it');
  }
  if (found !== claimed) {
    return refuse(
      `The name of this file says ${word(claimed)}, but inside it is ${word(found)}. Save it again, then choose it`,
    );
  }
  return { type: found };
}

/** A name that is safe to show and to hand out: without folders and control characters, of ordinary length. */
export function keptName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const plain = [...last].filter((letter) => letter >= ' ' && letter !== '\u007f').join('');
  return plain.length <= LONGEST_NAME ? plain : `${plain.slice(0, LONGEST_NAME - 8)}…${plain.slice(-6)}`;
}

function word(type: string): string {
  return { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }[type] ?? type;
}
