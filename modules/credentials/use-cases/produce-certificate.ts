import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { TemplateUnusable, UnprintableText } from '../../../src/platform/documents/document.errors.js';
import { PdfRenderer, type DocumentInput } from '../../../src/platform/documents/pdf-renderer.js';
import { Storage } from '../../../src/platform/storage/storage.js';
import { open } from '../domain/document-payload.js';
import type { IssuanceEntity } from '../persistence/issuance.entity.js';
import { IssuanceRepository } from '../persistence/issuance.repository.js';
import { SettleIssuance } from './settle-issuance.js';

/**
 * Makes the document that an issuance announced, from what it froze. Running it again after a crash gives the same bytes
 * under the same name, and a document that is stored is left alone.
 */
@Injectable()
export class ProduceCertificate {
  constructor(
    private readonly issuances: IssuanceRepository,
    private readonly renderer: PdfRenderer,
    private readonly storage: Storage,
    private readonly settle: SettleIssuance,
  ) {}

  /** @throws Error when what the document should say no longer has its hash; nothing is made then */
  async execute(tx: Tx, { issuanceId }: { issuanceId: string }): Promise<void> {
    const issuance = await this.issuances.lock(tx, issuanceId);
    if (issuance.state !== 'pending') return;
    const input = await this.inputOf(tx, issuance);
    try {
      const { bytes } = await this.renderer.render(input);
      await this.settle.stored(tx, issuance, await this.storage.put(bytes));
    } catch (error) {
      if (error instanceof UnprintableText) await this.settle.held(tx, issuance, 'unprintable', error.characters);
      else if (error instanceof TemplateUnusable) await this.settle.held(tx, issuance, 'template', []);
      else throw error;
    }
  }

  private async inputOf(tx: Tx, issuance: IssuanceEntity): Promise<DocumentInput> {
    const payload = open({ text: issuance.payload, hash: issuance.payloadHash });
    const { id: hash, name, source } = await this.issuances.template(tx, issuance.templateId);
    return { ...payload, issuedOn: Temporal.PlainDate.from(payload.issuedOn), template: { name, source, hash } };
  }
}
