import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { SendLetter } from '../use-cases/send-letter.js';
import { SEND_LETTER } from '../use-cases/letter-queue.js';

@Injectable()
@Processes(SEND_LETTER)
export class SendLetterProcessor implements EffectProcessor<{ letterId: string }> {
  constructor(private readonly sendLetter: SendLetter) {}

  async process(tx: Tx, payload: { letterId: string }): Promise<void> {
    await this.sendLetter.execute(tx, payload);
  }
}
