import { Injectable } from '@nestjs/common';
import { organizationsOf, type Role } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { WaitingCourseDrafts, type WaitingDraftCounts } from '../../authoring/waiting.public.js';
import { TeachingAhead, type TaughtGroup } from '../../cohorts/waiting.public.js';

/** What somebody does at a training provider. */
const PROVIDER_ROLES: readonly Role[] = ['instructor', 'provider-administrator', 'content-author', 'content-reviewer'];

/** What waits for those who work at a training provider. */
export interface ProviderWork {
  roles: readonly Role[];
  /** Nothing for who only writes or reviews courses. */
  groups: TaughtGroup[];
  /** Invitations to courses that nobody has answered yet. */
  openInvitations: number;
  /** Courses in the making. */
  drafts: WaitingDraftCounts;
}

/** The work of a training provider, for the homes of its people. */
@Injectable()
export class ReadTeachingAhead {
  constructor(
    private readonly teaching: TeachingAhead,
    private readonly drafts: WaitingCourseDrafts,
  ) {}

  /** Null for everybody who has no such role; they are asked nothing. */
  async execute(tx: Tx, personId: string): Promise<ProviderWork | null> {
    const roles = tx.actor.kind === 'person' ? tx.actor.memberships.map(({ role }) => role) : [];
    const held = PROVIDER_ROLES.filter((role) => roles.includes(role));
    if (held.length === 0) return null;
    const drafts = await this.drafts.counts(tx);
    if (!held.some((role) => role === 'instructor' || role === 'provider-administrator')) {
      return { roles: held, groups: [], openInvitations: 0, drafts };
    }
    const run = organizationsOf(tx.actor, 'provider-administrator');
    const inviting = organizationsOf(tx.actor, 'instructor', 'provider-administrator');
    return {
      roles: held,
      groups: await this.teaching.groups(tx, personId, run),
      openInvitations: await this.teaching.openInvitations(tx, inviting),
      drafts,
    };
  }
}
