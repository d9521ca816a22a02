import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { CourseRepository } from '../persistence/course.repository.js';

export interface Keeper {
  /** The name of who offers the version; null for one of files where there are several bodies. */
  readonly offeredBy: string | null;
  /** Who settles with the person how a name is printed; null where it is the operator. */
  readonly settledBy: string | null;
}

/** Who looks after a version of a course, and who may be told the name of somebody who finished it. */
@Injectable()
export class FindKeeper {
  constructor(
    private readonly courses: CourseRepository,
    private readonly organizations: Organizations,
    private readonly evidence: Evidence,
  ) {}

  /**
   * Who published the version; a course of files is looked after by the certifying body, where there is only one. Where there are several,
   * the one that the person had to do with most lately settles names: it knows them already, and no other one is to hear of them.
   */
  async execute(tx: Tx, { courseVersionId, personId }: { courseVersionId: string; personId: string }): Promise<Keeper> {
    const { organizationId } = await this.courses.version(tx, courseVersionId);
    if (organizationId) {
      return { offeredBy: (await this.organizations.get(tx, organizationId)).name, settledBy: organizationId };
    }
    const [body, another] = await this.organizations.bodies(tx);
    if (body && !another) return { offeredBy: body.name, settledBy: body.id };
    return { offeredBy: null, settledBy: await this.evidence.latestBodyOf(tx, personId) };
  }
}
