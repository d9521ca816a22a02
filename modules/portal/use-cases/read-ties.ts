import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Applications } from '../../certification/certification.public.js';
import { Courses } from '../../courses/courses.public.js';
import { Register } from '../../credentials/credentials.public.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { Organizations } from '../../organizations/organizations.public.js';

/** The bodies that somebody learns with or sends evidence to. */
@Injectable()
export class ReadLearningTies {
  constructor(
    private readonly evidence: Evidence,
    private readonly courses: Courses,
    private readonly organizations: Organizations,
  ) {}

  /** Courses and hours are no body's own: they tie to a body where there is only that one to mean. */
  async execute(tx: Tx, personId: string): Promise<string[]> {
    const known = await this.evidence.bodiesOf(tx, personId);
    const learns = known.delete(null) || (await this.courses.isLearner(tx, personId));
    const bodies = learns ? await this.organizations.bodies(tx) : [];
    const only = bodies.length === 1 ? bodies.map(({ id }) => id) : [];
    return [...only, ...known].filter((id) => id !== null);
  }
}

export interface Ties {
  bodyIds: ReadonlySet<string>;
  /** The person has a role in a certifying body. */
  worksForBody: boolean;
}

/** Which bodies know a person well enough to put their account right. Read from what there is; nothing is kept for it. */
@Injectable()
export class ReadTies {
  constructor(
    private readonly organizations: Organizations,
    private readonly applications: Applications,
    private readonly register: Register,
    private readonly learning: ReadLearningTies,
  ) {}

  async execute(tx: Tx, personId: string): Promise<Ties> {
    // Whoever decides about others is looked after where they work, whatever else they hold elsewhere.
    const staffed = await this.organizations.bodiesStaffedBy(tx, personId);
    if (staffed.length > 0) return { bodyIds: new Set(staffed), worksForBody: true };
    const applied = await this.applications.readFor(tx, personId);
    const held = await this.register.credentialsOf(tx, personId);
    const learnt = await this.learning.execute(tx, personId);
    const bodyIds = new Set([...applied, ...held].map(({ bodyId }) => bodyId).concat(learnt));
    return { bodyIds, worksForBody: false };
  }
}
