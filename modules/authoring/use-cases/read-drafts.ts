import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReadVersions, readCourseFile, type PublishedVersion } from '../../courses/authoring.public.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import type { WaitsFor } from '../domain/draft-states.js';
import { WaitingCourseDrafts } from '../persistence/waiting.js';
import { DraftStore } from './draft-store.js';
import { organizationsReadFor, organizationsWrittenFor } from './find-draft.js';

export interface DraftLine extends Pick<CourseDraftEntity, 'id' | 'courseCode' | 'state' | 'createdAt' | 'settledAt'> {
  readonly title: string;
  readonly begunBy: string;
  readonly organization: string;
  /** Of the organization. */
  readonly timeZone: string;
  /** What it waits for from the reader; null where it does not wait for them. */
  readonly waitsFor: WaitsFor | null;
}

export interface AuthoringDesk {
  /** Those that wait for the reader first, then open ones, newest first. */
  readonly drafts: readonly DraftLine[];
  /** The courses in force, by title. */
  readonly courses: readonly PublishedVersion[];
  /** Those for which the reader writes; none for a reader who only reviews. */
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
}

/** How many settled drafts the list shows beside all open ones. */
const SETTLED = 20;

/** What an author or a reviewer finds when they come: drafts with their states, and the courses there are. */
@Injectable()
export class ReadDrafts {
  constructor(
    private readonly store: DraftStore,
    private readonly versions: ReadVersions,
    private readonly organizations: Organizations,
    private readonly waiting: WaitingCourseDrafts,
  ) {}

  /** @throws DomainError authoring.no_author */
  async execute(tx: Tx): Promise<AuthoringDesk> {
    const drafts = await this.store.drafts.list(tx, organizationsReadFor(tx), SETTLED);
    const name = await this.store.names(
      tx,
      drafts.map(({ begunBy }) => begunBy),
    );
    const found = new Map<string, OrganizationSummary>();
    for (const id of new Set([...drafts.map(({ organizationId }) => organizationId), ...organizationsWrittenFor(tx)]))
      found.set(id, await this.organizations.get(tx, id));
    const waiting = await this.waiting.of(tx);
    const lines: DraftLine[] = [];
    for (const draft of drafts) {
      const course = await this.store.files.newest(tx, draft.id, 'course.yaml');
      const organization = found.get(draft.organizationId);
      const title = readCourseFile(course?.text ?? '')?.title ?? draft.courseCode;
      lines.push({
        ...draft,
        title,
        begunBy: name(draft.begunBy),
        organization: organization?.name ?? '',
        timeZone: organization?.timeZone ?? 'UTC',
        waitsFor: waiting.get(draft.id) ?? null,
      });
    }
    return {
      drafts: lines.toSorted((a, b) => Number(b.waitsFor !== null) - Number(a.waitsFor !== null)),
      courses: await this.versions.current(tx),
      organizations: organizationsWrittenFor(tx).map((id) => ({ id, name: found.get(id)?.name ?? '' })),
    };
  }
}
