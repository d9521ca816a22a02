import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { OpenCase, STAFF } from './open-case.js';
import { OwnApplication } from './own-application.js';
import { ReferenceShelf, type References } from './reference-shelf.js';

export interface DeskReferences extends References {
  caseFileId: string | null;
  /** Whether the acting person is a named reader of the file. */
  mayRead: boolean;
}

/** The references of an application: where each request stands, never what was written. */
@Injectable()
export class ReadReferences {
  constructor(
    private readonly own: OwnApplication,
    private readonly cases: OpenCase,
    private readonly shelf: ReferenceShelf,
    private readonly caseFiles: CaseFiles,
  ) {}

  /** @throws DomainError not_found for another person's application */
  async ofOwn(tx: Tx, applicationId: string): Promise<References> {
    return this.shelf.of(tx, await this.own.read(tx, applicationId));
  }

  /** @throws DomainError not_found for another body's application */
  async atDesk(tx: Tx, applicationId: string): Promise<DeskReferences> {
    const application = await this.cases.read(tx, applicationId, STAFF);
    const subject = { module: 'certification', id: application.id };
    const file = await this.caseFiles.find(tx, { bodyId: application.bodyId, kind: 'reference', subject });
    return {
      ...(await this.shelf.of(tx, application)),
      caseFileId: file?.fileId ?? null,
      mayRead: file !== null && (await this.caseFiles.mayRead(tx, file.fileId)),
    };
  }
}
