import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { OpenApplications } from '../../certification/open-applications.public.js';
import { Holders } from '../../credentials/holders.public.js';
import type { PersonRange } from '../domain/person-ranges.js';
import type { SubjectKind } from '../domain/states.js';

/** An open application or a credential, as far as a preview asks. */
export interface Subject {
  readonly id: string;
  readonly personId: string;
  /** The version that it began under, or was granted under. */
  readonly schemeVersionId: string;
  /** Of a credential: its newest term. */
  readonly term: { readonly startsOn: Temporal.PlainDate; readonly expiresOn: Temporal.PlainDate } | null;
}

interface SchemeOfBody {
  readonly bodyId: string;
  readonly schemeCode: string;
}

/** Whom a new version may touch: open applications, and credentials that no decision has ended; by person. */
@Injectable()
export class Subjects {
  constructor(
    private readonly applications: OpenApplications,
    private readonly holders: Holders,
  ) {}

  split(
    tx: Tx,
    kind: SubjectKind,
    { bodyId, schemeCode }: SchemeOfBody,
    parts: number,
  ): Promise<{ count: number; bounds: string[] }> {
    const source = kind === 'application' ? this.applications : this.holders;
    return source.split(tx, { bodyId, schemeCode }, parts);
  }

  async batch(
    tx: Tx,
    { kind, ...of }: SchemeOfBody & { kind: SubjectKind },
    range: PersonRange,
    limit: number,
  ): Promise<Subject[]> {
    if (kind === 'application') {
      const found = await this.applications.batch(tx, of, range, limit);
      return found.map((one) => ({ ...one, term: null }));
    }
    const found = await this.holders.batch(tx, of, range, limit);
    return found.map(({ credentialId: id, personId, schemeVersionId, startsOn, expiresOn }) => {
      return { id, personId, schemeVersionId, term: { startsOn, expiresOn } };
    });
  }
}
