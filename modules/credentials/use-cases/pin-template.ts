import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../../../src/config/project-root.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { IssuanceRepository } from '../persistence/issuance.repository.js';

const NAME = 'standard';

/** Keeps the text of today's template, so that a document that is made later, or again, is made from the same. */
@Injectable()
export class PinTemplate {
  constructor(private readonly issuances: IssuanceRepository) {}

  /** @returns the template's id, SHA-256 of its text */
  async execute(tx: Tx): Promise<string> {
    const source = await readFile(join(projectRoot, 'content/certificates', `${NAME}.hbs`), 'utf8');
    const id = createHash('sha256').update(source).digest('hex');
    await this.issuances.pinTemplate(tx, { id, name: NAME, source, createdAt: tx.now });
    return id;
  }
}
