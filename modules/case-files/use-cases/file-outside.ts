import type { Temporal } from 'temporal-polyfill';
import type { CaseFileKind } from '../domain/case-file-kinds.js';
import type { CaseFileEntity } from '../persistence/case-file.entity.js';

/** What a file shows from outside: no word of what is in it, not even the titles. */
export interface FileOutside {
  id: string;
  kind: CaseFileKind;
  bodyId: string;
  openedAt: Temporal.Instant;
  keepMonths: number;
  keepUntil: Temporal.PlainDate;
  disposed: { at: Temporal.Instant; rule: string } | null;
}

export function outside(file: CaseFileEntity): FileOutside {
  const { id, kind, bodyId, createdAt: openedAt, keepMonths, keepUntil, shreddedAt: at, shreddedRule: rule } = file;
  return { id, kind, bodyId, openedAt, keepMonths, keepUntil, disposed: at && { at, rule: rule ?? '' } };
}
