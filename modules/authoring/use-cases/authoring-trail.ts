import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';

/** Ids and the record of every change, for use cases that write drafts. */
@Injectable()
export class AuthoringTrail {
  constructor(
    readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** @param what `draft.begun`; details hold codes and paths, never text */
  record(
    tx: Tx,
    what: string,
    { id, organizationId, courseCode }: Pick<CourseDraftEntity, 'id' | 'organizationId' | 'courseCode'>,
    details: Record<string, string | number> = {},
  ): Promise<void> {
    return this.audit.record(tx, {
      action: `authoring.${what}`,
      subject: { kind: 'course_draft', id },
      details: { course: courseCode, organization: organizationId, ...details },
    });
  }
}
