import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { TemplateUnusable, UnprintableText } from '../../../src/platform/documents/document.errors.js';
import { PdfRenderer } from '../../../src/platform/documents/pdf-renderer.js';
import { Letters } from '../../notifications/notifications.public.js';
import { openCompletion } from '../domain/completion-payload.js';
import type { CompletionDocumentEntity } from '../persistence/completion.entity.js';
import { CompletionRepository } from '../persistence/completion.repository.js';

/**
 * Makes the document that was asked for, from what was frozen then. The file is stored in the transaction that says so: after a crash
 * nothing of it is there and the next try begins anew; a document that is settled is left alone.
 */
@Injectable()
export class ProduceCompletion {
  constructor(
    private readonly completions: CompletionRepository,
    private readonly renderer: PdfRenderer,
    private readonly letters: Letters,
    private readonly audit: Audit,
  ) {}

  /** @throws Error when what the document should say no longer has its hash; nothing is made then */
  async execute(tx: Tx, { documentId }: { documentId: string }): Promise<void> {
    const document = await this.completions.lockDocument(tx, documentId);
    if (document?.state !== 'pending') return;
    try {
      const { bytes, sha256 } = await this.draw(tx, document);
      const stored = { document: bytes, documentHash: sha256, storedAt: tx.now };
      await this.completions.settle(tx, document.id, { state: 'stored', ...stored });
      await this.note(tx, document, 'stored', { document: sha256 });
      await this.tellWhoWaited(tx, document);
    } catch (error) {
      if (error instanceof UnprintableText) await this.hold(tx, document, 'unprintable', error.characters);
      else if (error instanceof TemplateUnusable) await this.hold(tx, document, 'template', []);
      else throw error;
    }
  }

  private async draw(tx: Tx, document: CompletionDocumentEntity) {
    const { check: _, ...payload } = openCompletion({ text: document.payload, hash: document.payloadHash });
    const { id: hash, name, source } = await this.completions.template(tx, document.templateId);
    const issuedOn = Temporal.PlainDate.from(payload.issuedOn);
    return this.renderer.render({ ...payload, issuedOn, template: { name, source, hash } });
  }

  private async hold(
    tx: Tx,
    document: CompletionDocumentEntity,
    reason: 'unprintable' | 'template',
    characters: readonly string[],
  ): Promise<void> {
    const why = { heldReason: reason, heldCharacters: [...characters], heldAt: tx.now };
    await this.completions.settle(tx, document.id, { state: 'held', ...why });
    await this.note(tx, document, 'held', { reason });
  }

  /** Most wait on the page. Whose document waited for staff left it long ago, and is written to. */
  private async tellWhoWaited(
    tx: Tx,
    { certificateId, personId, edition, payload, payloadHash }: CompletionDocumentEntity,
  ) {
    if (!(await this.completions.isReplaced(tx, certificateId, edition - 1))) return;
    const { check } = openCompletion({ text: payload, hash: payloadHash });
    await this.letters.send(tx, {
      kind: 'course-certificate-ready',
      identity: `course-certificate-ready:${certificateId}:${edition}`,
      to: { personId },
      data: { title: check.course, path: `/courses/${check.code}/completion` },
    });
  }

  private async note(
    tx: Tx,
    { id, certificateId, personId, edition }: CompletionDocumentEntity,
    state: 'stored' | 'held',
    details: Record<string, string>,
  ): Promise<void> {
    await this.audit.record(tx, {
      action: `courses.certificate.${state}`,
      subject: { kind: 'completion_document', id },
      personId,
      details: { certificate: certificateId, edition, ...details },
    });
  }
}
