import { z } from 'zod';

const head = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  kind: z.enum(['attestation', 'declaration', 'signature']),
  title: z.string().min(1),
  language: z.string().min(2),
  /** What a declaration asks besides the person's word. */
  asks: z.enum(['percent', 'number']).optional(),
  /** How the number is asked for, where one is. */
  number_label: z.string().min(1).optional(),
  /** What the statement may be about, by code: said only where a certification asks for it. */
  types: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.string().min(1)).optional(),
  /** When a declaration is asked; each answers for itself. */
  checked_at: z
    .array(z.enum(['application', 'exam']))
    .min(1)
    .optional(),
});

export type StatementKind = z.output<typeof head>['kind'];

/** A text that people attest, declare or sign, exactly as they read it. */
export interface Statement {
  readonly code: string;
  readonly kind: StatementKind;
  readonly title: string;
  readonly language: string;
  readonly asksPercent: boolean;
  /** The question for a whole number; null where none is asked. */
  readonly numberLabel: string | null;
  /** Code → words of what it may be about; empty where nothing is to choose. */
  readonly types: Readonly<Record<string, string>>;
  readonly checkedAt: readonly ('application' | 'exam')[];
  /** sha256 of the whole file: what was signed can be found again word for word. */
  readonly version: string;
  readonly text: string;
}

/** @throws ZodError when the head of the file says something else than a statement does */
export function statementOf(headOfFile: unknown, { text, version }: Pick<Statement, 'text' | 'version'>): Statement {
  const { asks, checked_at: checkedAt = [], number_label, types = {}, ...rest } = head.parse(headOfFile);
  const numberLabel = asks === 'number' ? (number_label ?? 'How many?') : null;
  return { ...rest, asksPercent: asks === 'percent', numberLabel, types, checkedAt, version, text };
}

export type TextBlock = { kind: 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** The text in parts a page can show: headings (`##`), lists (`-`) and paragraphs; lines of one part are joined. */
export function textBlocks(text: string): TextBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('## ')) return { kind: 'heading' as const, text: part.slice(3) };
      if (!part.startsWith('- ')) return { kind: 'paragraph' as const, text: part.replaceAll(/\s*\n\s*/g, ' ') };
      const items = part.split(/\n(?=- )/).map((item) => item.slice(2).replaceAll(/\s*\n\s*/g, ' '));
      return { kind: 'list' as const, items };
    });
}
