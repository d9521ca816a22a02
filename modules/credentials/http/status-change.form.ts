import { Temporal } from 'temporal-polyfill';
import type { ChangeKind } from '../domain/status-change.js';
import type { StatusChangeDto } from './credentials.dto.js';

/** A change as it was sent, with its dates read. */
export function changeOf(number: string, kind: ChangeKind, sent: StatusChangeDto) {
  const { PlainDate } = Temporal;
  const [effectiveOn, publicFrom] = [PlainDate.from(sent.effectiveOn), PlainDate.from(sent.publicFrom)];
  return {
    number,
    kind,
    reason: sent.reason,
    effectiveOn,
    publicFrom,
    emergency: sent.emergency === true || sent.emergency === 'yes',
    noteUntil: sent.noteUntil ? PlainDate.from(sent.noteUntil) : null,
    explanation: sent.explanation ?? null,
  };
}
