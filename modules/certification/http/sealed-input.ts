import type { NewDocument } from '../../case-files/case-files.public.js';
import type { SealedWordsDto } from './references.dto.js';

/** What a form sends for a sealed file: words, a file, or both; the document says whether that is enough. */
export function sealedWords({ sealedText, attachment }: SealedWordsDto): Pick<NewDocument, 'text' | 'attachment'> {
  return { text: sealedText ?? null, attachment: uploadIn(attachment) };
}

function uploadIn(value: unknown): NewDocument['attachment'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { fileName, bytes } = value as { fileName?: unknown; bytes?: unknown };
  return typeof fileName === 'string' && fileName !== '' && Buffer.isBuffer(bytes) ? { fileName, bytes } : undefined;
}
