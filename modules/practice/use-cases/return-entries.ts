import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import { AnswerSignOff } from './answer-sign-off.js';
import { HoldRequest } from './hold-request.js';

/** The supervisor gives the entries back: something in them is not right, or they did not supervise this person. */
@Injectable()
export class ReturnEntries {
  constructor(
    private readonly hold: HoldRequest,
    private readonly entries: PracticeEntryRepository,
    private readonly answer: AnswerSignOff,
  ) {}

  async execute(
    tx: Tx,
    input: { signOffId: string; state: 'returned' | 'declined'; notes: string | null },
  ): Promise<{ state: 'returned' | 'declined' }> {
    const { request, entries } = await this.hold.open(tx, input.signOffId);
    const ids = entries.map((entry) => entry.id);
    await this.entries.setState(tx, ids, 'returned');
    await this.answer.execute(tx, request, { state: input.state, notes: input.notes });
    return { state: input.state };
  }
}
