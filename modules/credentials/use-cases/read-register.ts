import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { TermPlace } from '../../schemes/schemes.public.js';
import type { Term } from '../domain/credential-event.js';
import { readNumber } from '../domain/credential-number.js';
import { reckoningOf } from '../domain/register-state.js';
import { everythingKnown, publicEvents, standing, type Standing } from '../domain/standing.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import {
  CredentialRepository,
  type RegisterFilter,
  type RegisterPage,
  type RegisterRow,
} from '../persistence/credential.repository.js';

/** A credential as its neighbours see it. */
export interface CredentialSummary {
  credentialId: string;
  number: string;
  personId: string;
  bodyId: string;
  schemeCode: string;
  /** The rules of its newest stage. */
  schemeVersionId: string;
  title: string;
  /** As on the newest certificate. */
  holderName: string;
  /** The date from which terms are computed. */
  anchorOn: Temporal.PlainDate;
  /** Where the newest term stands: what its days are computed by. */
  place: TermPlace;
  /** The term before the newest, where there is one. */
  previousTerm: Term | null;
  termNumber: number;
  /** First and last valid day of the newest term. */
  startsOn: Temporal.PlainDate;
  expiresOn: Temporal.PlainDate;
  /** Today, in the body's zone, with everything that is recorded. */
  standing: Standing;
}

/** What the public may know of a credential today, for readers that hold its number. */
export interface PublicEntry {
  credentialId: string;
  number: string;
  personId: string;
  bodyId: string;
  title: string;
  /** Accepted surnames of the holder, folded; ask `matchesSurname`. Never shown. */
  surnameKeys: string[];
  /** Today in the body's zone, of lines that are public by then. */
  standing: Standing;
}

/** Answers from the register. */
@Injectable()
export class ReadRegister {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly organizations: Organizations,
  ) {}

  /**
   * @param knownAt what the register knew at that moment; everything when absent
   * @throws DomainError not_found for a number that is not on the register, or was not by `knownAt`
   */
  async standing(
    tx: Tx,
    which: { number: string } | { credentialId: string },
    onDate: Temporal.PlainDate,
    knownAt?: Temporal.Instant,
  ): Promise<Standing> {
    const id = 'credentialId' in which ? which.credentialId : (await this.byNumber(tx, which.number)).id;
    const lines = (await this.credentials.linesOfAll(tx, [id])).get(id) ?? [];
    const answer = standing(lines, onDate, knownAt ?? everythingKnown(lines, tx.now));
    if (!answer) throw notFound('this credential');
    return answer;
  }

  /** @throws DomainError not_found for an unknown or mistyped number */
  async byNumber(tx: Tx, typed: string): Promise<CredentialEntity> {
    const number = readNumber(typed);
    const credential = number === null ? null : await this.credentials.findByNumber(tx, number);
    if (!credential) throw notFound('this credential');
    return credential;
  }

  async ofPerson(tx: Tx, personId: string): Promise<CredentialSummary[]> {
    return this.summaries(tx, await this.credentials.ofPerson(tx, personId));
  }

  /** Newest first. */
  async search(tx: Tx, filter: RegisterFilter, page: RegisterPage): Promise<CredentialSummary[]> {
    return this.summaries(tx, await this.credentials.search(tx, filter, page));
  }

  /** As the public page tells it: what has no public line yet is left out. */
  async publicly(tx: Tx, numbers: readonly string[]): Promise<PublicEntry[]> {
    const rows = numbers.length === 0 ? [] : await this.credentials.byNumbers(tx, numbers);
    const lines = await this.credentials.linesOfAll(
      tx,
      rows.map(({ credential }) => credential.id),
    );
    const bodies = await this.zonesOf(
      tx,
      rows.map(({ credential }) => credential.bodyId),
    );
    return rows.flatMap(({ credential: { id: credentialId, number, personId, bodyId, title }, state }) => {
      const today = dateIn(bodies.get(bodyId) ?? 'UTC', tx.now);
      const visible = publicEvents(lines.get(credentialId) ?? [], today);
      const answer = standing(visible, today, everythingKnown(visible, tx.now));
      const { surnameKeys } = state;
      return answer ? [{ credentialId, number, personId, bodyId, title, surnameKeys, standing: answer }] : [];
    });
  }

  private async zonesOf(tx: Tx, bodyIds: readonly string[]): Promise<Map<string, string>> {
    const zones = new Map<string, string>();
    for (const id of new Set(bodyIds)) zones.set(id, (await this.organizations.get(tx, id)).timeZone);
    return zones;
  }

  private async summaries(tx: Tx, rows: readonly RegisterRow[]): Promise<CredentialSummary[]> {
    const lines = await this.credentials.linesOfAll(
      tx,
      rows.map(({ credential }) => credential.id),
    );
    const zones = await this.zonesOf(
      tx,
      rows.map(({ credential }) => credential.bodyId),
    );
    const summaries: CredentialSummary[] = [];
    for (const { credential, state } of rows) {
      const zone = zones.get(credential.bodyId) ?? 'UTC';
      const known = lines.get(credential.id) ?? [];
      const answer = standing(known, dateIn(zone, tx.now), everythingKnown(known, tx.now));
      if (!answer) continue;
      const { id: credentialId, number, personId, bodyId, schemeCode, title } = credential;
      const { schemeVersionId, anchor, stage, extensionsOfTerm: extensions, previousTerm } = reckoningOf(known);
      const place = { stage, anchorOn: anchor.on, n: anchor.n, extensions };
      const { holderName, termNumber, startsOn, expiresOn } = state;
      const ids = { credentialId, number, personId, bodyId, schemeCode, schemeVersionId, title, anchorOn: anchor.on };
      summaries.push({ ...ids, place, previousTerm, holderName, termNumber, startsOn, expiresOn, standing: answer });
    }
    return summaries;
  }
}
