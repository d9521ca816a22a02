import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { People } from '../../people/people.public.js';
import type { ConflictKind } from '../domain/conflict-kinds.js';
import { DeclaredConflictRepository } from '../persistence/declared-conflict.repository.js';
import { STAFF } from './open-case.js';

/** Somebody of the staff says that they stand aside where a person is concerned, or that it has ended. About themselves only. */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly declared: DeclaredConflictRepository,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @param input.personNumber as the person or a case shows it. @throws DomainError input.needs_attention */
  async declare(tx: Tx, input: { personNumber: string; kind: ConflictKind }): Promise<{ conflictIds: string[] }> {
    const declaredBy = personIdOf(tx.actor);
    const person = await this.people.findByNumber(tx, input.personNumber);
    if (!person) {
      throw unacceptable([
        { field: 'personNumber', message: 'Check the number: it begins with P and has 10 characters' },
      ]);
    }
    if (person.id === declaredBy) throw unacceptable([{ field: 'personNumber', message: 'This number is your own' }]);
    const conflictIds: string[] = [];
    for (const bodyId of new Set(organizationsOf(tx.actor, ...STAFF))) {
      const id = this.ids.next();
      await this.declared.declare(tx, {
        id,
        bodyId,
        declaredBy,
        personId: person.id,
        kind: input.kind,
        declaredAt: tx.now,
      });
      await this.note(tx, { id, bodyId, personId: person.id }, 'declared');
      conflictIds.push(id);
    }
    return { conflictIds };
  }

  /** It goes on counting for the body's period. @throws DomainError not_found for a colleague's, and for one that has ended */
  async end(tx: Tx, { conflictId }: { conflictId: string }): Promise<{ conflictId: string }> {
    const declaredBy = personIdOf(tx.actor);
    const own = await this.declared.ofStaff(tx, declaredBy, organizationsOf(tx.actor, ...STAFF));
    const found = own.find(({ id, endedAt }) => id === conflictId && endedAt === null);
    if (!found) throw notFound('this declaration');
    const end = { declaredConflictId: conflictId, bodyId: found.bodyId, endedBy: declaredBy, endedAt: tx.now };
    if (!(await this.declared.end(tx, end))) throw notFound('this declaration');
    await this.note(tx, found, 'ended');
    return { conflictId };
  }

  private async note(tx: Tx, of: { id: string; bodyId: string; personId: string }, act: string): Promise<void> {
    const { id, bodyId, personId } = of;
    const subject = { kind: 'declared-conflict', id };
    await this.audit.record(tx, { action: `certification.conflict.${act}`, subject, bodyId, personId });
  }
}
