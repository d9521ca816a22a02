import { Injectable } from '@nestjs/common';
import { organizationsOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { CaseFileEntity } from '../persistence/case-file.entity.js';
import { CaseFileReaderRepository } from '../persistence/case-file-reader.repository.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';

/** Who of a body can be a reader at all: never somebody who decides. */
export const READER_ROLES: readonly Role[] = ['reviewer', 'registrar', 'administrator'];

/** Who may read a file, and who may see that there is one. */
@Injectable()
export class ReaderRules {
  constructor(
    private readonly files: CaseFileRepository,
    private readonly readers: CaseFileReaderRepository,
    private readonly organizations: Organizations,
  ) {}

  /** The acting person's bodies in which they work and do not decide: whoever became a decider reads no more. */
  bodiesOf(tx: Tx): string[] {
    const deciding = tx.actor.kind === 'person' ? tx.actor.memberships.filter(({ role }) => role === 'decider') : [];
    const apart = new Set(deciding.map(({ organizationId }) => organizationId));
    return [...new Set(organizationsOf(tx.actor, ...READER_ROLES))].filter((bodyId) => !apart.has(bodyId));
  }

  /** @throws DomainError not_found unless the acting person is a named reader of it */
  async fileToRead(tx: Tx, fileId: string): Promise<CaseFileEntity> {
    const file = await this.files.findFor(tx, this.bodiesOf(tx), fileId);
    if (!file || !(await this.isNamed(tx, fileId))) throw notFound('this file');
    return file;
  }

  /** The file as far as it shows from outside. @throws DomainError not_found unless one is a reader or an administrator */
  async fileToSee(tx: Tx, fileId: string): Promise<CaseFileEntity> {
    const administered = await this.files.findFor(tx, organizationsOf(tx.actor, 'administrator'), fileId);
    if (administered && administered.personId !== personOf(tx)) return administered;
    return this.fileToRead(tx, fileId);
  }

  /** @throws DomainError not_found unless one is an administrator of its body and it is not about oneself */
  async fileToAdminister(tx: Tx, fileId: string): Promise<CaseFileEntity> {
    const file = await this.files.findFor(tx, organizationsOf(tx.actor, 'administrator'), fileId);
    if (!file || file.personId === personOf(tx)) throw notFound('this file');
    return file;
  }

  async mayRead(tx: Tx, fileId: string): Promise<boolean> {
    const file = await this.files.findFor(tx, this.bodiesOf(tx), fileId);
    return file !== null && file.shreddedAt === null && (await this.isNamed(tx, fileId));
  }

  /** Whom the acting administrator can name: staff of the body who do not decide, not the person concerned, not oneself. */
  async candidates(tx: Tx, file: Pick<CaseFileEntity, 'bodyId' | 'personId'>): Promise<string[]> {
    const staff: string[] = [];
    for (const role of READER_ROLES) staff.push(...(await this.organizations.staffOf(tx, file.bodyId, role)));
    const apart = new Set(await this.organizations.staffOf(tx, file.bodyId, 'decider'));
    const none = [file.personId, personOf(tx)];
    return [...new Set(staff)].filter((id) => !apart.has(id) && !none.includes(id));
  }

  /** Why somebody cannot be named by the acting administrator; null when they can. */
  async obstacle(
    tx: Tx,
    file: Pick<CaseFileEntity, 'bodyId' | 'personId'>,
    readerId: string,
  ): Promise<'oneself' | 'concerned' | 'decider' | 'staff' | null> {
    if (readerId === personOf(tx)) return 'oneself';
    if (readerId === file.personId) return 'concerned';
    if ((await this.organizations.staffOf(tx, file.bodyId, 'decider')).includes(readerId)) return 'decider';
    return (await this.candidates(tx, file)).includes(readerId) ? null : 'staff';
  }

  private async isNamed(tx: Tx, fileId: string): Promise<boolean> {
    const personId = personOf(tx);
    return personId !== null && (await this.readers.isReader(tx, fileId, personId));
  }
}

function personOf({ actor }: Tx): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}
