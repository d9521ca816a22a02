import { moveTo, type CredentialEventKind } from './credential-event.js';
import type { DecidedStatus } from './status.js';

interface Line {
  id: string;
  kind: CredentialEventKind;
  amends: string | null;
}

/**
 * The lines that stay when those taken back are left out, as if they had never been: what only followed from them (the end
 * of a suspension that was taken back) goes with them. Lines that a correction restates must be restated before.
 */
export function withoutReversed<L extends Line>(lines: readonly L[]): readonly L[] {
  const reversed = new Set(lines.filter(({ kind }) => kind === 'reversed').map(({ amends }) => amends));
  if (reversed.size === 0) return lines;
  let status: DecidedStatus | 'none' = 'none';
  return lines.filter(({ id, kind }) => {
    if (kind === 'reversed' || reversed.has(id)) return false;
    const next = moveTo(status, kind);
    if (next) status = next;
    return next !== null;
  });
}

/**
 * The status after each line, in order: by the table of moves, and after a reversal by the lines that stay.
 * @throws RangeError for a line that the table does not have
 */
export function statusesAfter(lines: readonly Line[]): DecidedStatus[] {
  let status: DecidedStatus | 'none' = 'none';
  return lines.map(({ kind }, at) => {
    const next: DecidedStatus | null =
      kind === 'reversed' ? statusWithout(lines.slice(0, at + 1)) : moveTo(status, kind);
    if (!next) throw new RangeError(`a credential that is ${status} cannot be ${kind}`);
    status = next;
    return next;
  });
}

function statusWithout(lines: readonly Line[]): DecidedStatus | null {
  let status: DecidedStatus | 'none' = 'none';
  for (const { kind } of withoutReversed(lines)) {
    if (kind !== 'reversed') status = moveTo(status, kind) ?? status;
  }
  return status === 'none' ? null : status;
}
