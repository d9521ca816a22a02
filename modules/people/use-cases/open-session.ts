import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { tokenHash } from '../domain/secrets.js';
import type { Assurance, SessionKind } from '../persistence/session.entity.js';
import { SessionRepository } from '../persistence/session.repository.js';

export interface NewSession {
  personId: string;
  kind: SessionKind;
  assurance: Assurance;
  /** What the person will recognise it by. */
  device: string;
}

/** Opens a session with a token that nobody had before. Only the token's hash is kept. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, { personId, kind, assurance, device }: NewSession): Promise<{ id: string; token: string }> {
    const id = this.ids.next();
    const token = this.ids.secret();
    await this.sessions.add(tx, {
      id,
      personId,
      kind,
      tokenHash: tokenHash(token),
      assurance,
      device,
      confirmedAt: tx.now,
      lastSeenAt: tx.now,
      endedAt: null,
      createdAt: tx.now,
    });
    if (kind !== 'half') {
      await this.audit.record(tx, {
        action: 'people.session.opened',
        subject: { kind: 'session', id },
        personId,
        details: { kind, assurance },
      });
    }
    return { id, token };
  }
}
