import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { PRODUCE_CERTIFICATE } from '../use-cases/intend-document.js';
import { ProduceCertificate } from '../use-cases/produce-certificate.js';

@Injectable()
@Processes(PRODUCE_CERTIFICATE)
export class ProduceCertificateProcessor implements EffectProcessor<{ issuanceId: string }> {
  constructor(private readonly produce: ProduceCertificate) {}

  async process(tx: Tx, payload: { issuanceId: string }): Promise<void> {
    await this.produce.execute(tx, payload);
  }
}
