import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../../../src/config/project-root.js';
import { sealed } from '../../../src/kernel/sealed-payload.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import type { CompletionPayload } from '../domain/completion-payload.js';
import { PRODUCE_COMPLETION } from '../domain/effects.js';
import type { CompletionCertificateEntity } from '../persistence/completion.entity.js';
import { CompletionRepository } from '../persistence/completion.repository.js';

const TEMPLATE = 'completion';

interface Intent {
  payload: CompletionPayload;
  /** Of what the record says; where a name was settled with somebody, of what it said before. */
  recordHash: string;
  organizationId: string | null;
}

/** Writes down what a document will say, and asks for it to be made after the commit. Nothing is made before. */
@Injectable()
export class IntendCompletion {
  constructor(
    private readonly completions: CompletionRepository,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, certificate: CompletionCertificateEntity, intent: Intent): Promise<void> {
    const { text, hash } = sealed(intent.payload);
    const id = this.ids.next();
    await this.completions.insertDocument(tx, {
      id,
      certificateId: certificate.id,
      personId: certificate.personId,
      organizationId: intent.organizationId,
      edition: (await this.completions.lastEdition(tx, certificate.id)) + 1,
      templateId: await this.pinTemplate(tx),
      payload: text,
      payloadHash: hash,
      recordHash: intent.recordHash,
      state: 'pending',
      heldReason: null,
      heldCharacters: null,
      heldAt: null,
      document: null,
      documentHash: null,
      storedAt: null,
      createdAt: tx.now,
    });
    await this.outbox.add(tx, { kind: PRODUCE_COMPLETION, payload: { documentId: id }, orderKey: certificate.id });
  }

  /** Keeps the text of today's template, so that what is made later is made from the same. */
  private async pinTemplate(tx: Tx): Promise<string> {
    const source = await readFile(join(projectRoot, 'content/certificates', `${TEMPLATE}.hbs`), 'utf8');
    const id = createHash('sha256').update(source).digest('hex');
    await this.completions.pinTemplate(tx, { id, name: TEMPLATE, source, createdAt: tx.now });
    return id;
  }
}
