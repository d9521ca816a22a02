import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { changeNotPossible, ownCredential } from '../credentials.errors.js';
import { changeProblem, type StatusChange } from '../domain/status-change.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';
import { FrameChange } from './frame-change.js';
import { NotifyHolder } from './notify-holder.js';
import { WriteLine } from './write-line.js';

export interface Change extends StatusChange {
  credentialId: string;
  decidedBy: string;
  /** What the body says to the holder, in its own words; never public. */
  explanation: string | null;
}

/** Reprimands, suspends, reinstates, revokes, or records that a credential was given back; the holder is told by letter. */
@Injectable()
export class ChangeStatus {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly frame: FrameChange,
    private readonly writeLine: WriteLine,
    private readonly holder: NotifyHolder,
  ) {}

  /** @throws DomainError credentials.change.* with what stands in the way */
  async execute(tx: Tx, { credentialId, decidedBy, explanation, ...change }: Change): Promise<{ eventId: string }> {
    const credential = await this.credentials.get(tx, credentialId);
    if (decidedBy === credential.personId) throw ownCredential();
    await this.credentials.lockState(tx, credentialId);
    const lines = (await this.credentials.linesOf(tx, credentialId)).map(eventOf);
    const isExplained = Boolean(explanation?.trim());
    const problem = changeProblem(lines, change, { ...(await this.frame.execute(tx, credential, lines)), isExplained });
    if (problem) throw changeNotPossible(problem);
    const line = await this.writeLine.execute(tx, credential, { ...change, decidedBy, explanation });
    await this.holder.ofChange(tx, credential, line);
    return { eventId: line.id };
  }
}
