import type { RenewalState } from '../domain/renewal-state.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';

/** A renewal as JSON and pages tell it; dates as ISO text. */
export interface RenewalView {
  id: string;
  number: string;
  title: string;
  state: RenewalState;
  late: boolean;
  termEndsOn: string;
  submittedOn: string;
  newExpiresOn: string | null;
}

export function renewalView(row: RenewalEntity): RenewalView {
  const { id, number, title, state, late } = row;
  return {
    id,
    number,
    title,
    state,
    late,
    termEndsOn: row.termEndsOn.toString(),
    submittedOn: row.submittedOn.toString(),
    newExpiresOn: row.newExpiresOn?.toString() ?? null,
  };
}
