import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { On } from '../../src/platform/events/on.js';
import { ApplicationDenied } from '../certification/certification.public.js';
import { CredentialStatusChanged } from '../credentials/credentials.public.js';
import { NoteDecision } from './use-cases/note-decision.js';

const AGAINST = { reprimanded: 'reprimand', suspended: 'suspension', revoked: 'revocation' } as const;

/** A decision against a person and its route of appeal commit together. */
@Injectable()
export class DecisionsListener {
  constructor(private readonly note: NoteDecision) {}

  @On(ApplicationDenied, 'in-transaction')
  async denied(tx: Tx, denial: ApplicationDenied): Promise<void> {
    await this.note.denial(tx, denial);
  }

  @On(CredentialStatusChanged, 'in-transaction')
  async changed(tx: Tx, { eventKind, ...line }: CredentialStatusChanged): Promise<void> {
    if (!(eventKind in AGAINST)) return;
    await this.note.line(tx, { ...line, kind: AGAINST[eventKind as keyof typeof AGAINST] });
  }
}
