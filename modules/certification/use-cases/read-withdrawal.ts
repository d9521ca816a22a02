import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { ApplicationState } from '../domain/application-state.js';
import { ApplicationRepository, queueKey } from '../persistence/application.repository.js';
import { SchemeWithdrawalRepository } from '../persistence/scheme-withdrawal.repository.js';
import { ApplicationRules } from './application-rules.js';

const PAGE = 25;
/** Sent and not decided: they go their way. */
const SENT: readonly ApplicationState[] = ['submitted', 'returned', 'under_review', 'admitted'];

/** A scheme of the acting administrator's body, and from when it takes no new applications. */
export interface OfferedScheme {
  bodyId: string;
  bodyName: string;
  code: string;
  title: string;
  withdrawn: { from: Temporal.PlainDate; reason: string } | null;
}

/** Whom a withdrawal touches. */
export interface WithdrawalImpact {
  scheme: OfferedScheme;
  open: { id: string; name: string; number: string; state: ApplicationState; since: Temporal.Instant }[];
  next: string | null;
  /** How many were sent and not decided, and how many were begun and not sent: those cannot be sent any more then. */
  counts: { sent: number; drafts: number };
  timeZone: string;
}

/** Who is named on the page. */
@Injectable()
export class WithdrawalParties {
  constructor(
    readonly people: People,
    readonly organizations: Organizations,
  ) {}
}

/** What withdrawing a scheme means, for the administrators of its body. */
@Injectable()
export class ReadWithdrawal {
  constructor(
    private readonly rules: ApplicationRules,
    private readonly withdrawals: SchemeWithdrawalRepository,
    private readonly applications: ApplicationRepository,
    private readonly parties: WithdrawalParties,
  ) {}

  /** The schemes of the acting person's bodies. */
  async schemes(tx: Tx): Promise<OfferedScheme[]> {
    const bodyIds = [...new Set(organizationsOf(tx.actor, 'administrator'))];
    const withdrawn = await this.withdrawals.all(tx);
    const schemes: OfferedScheme[] = [];
    for (const { code, title, bodyId } of await this.rules.schemesOf(tx, bodyIds)) {
      const row = withdrawn.find((one) => one.bodyId === bodyId && one.schemeCode === code);
      const { name: bodyName } = await this.parties.organizations.get(tx, bodyId);
      schemes.push({
        bodyId,
        bodyName,
        code,
        title,
        withdrawn: row ? { from: row.withdrawnFrom, reason: row.reason } : null,
      });
    }
    return schemes;
  }

  /** @param after the `next` of the page before @throws DomainError not_found for a scheme of another body */
  async impact(
    tx: Tx,
    { code, bodyId, after }: { code: string; bodyId?: string | undefined; after?: string | undefined },
  ): Promise<WithdrawalImpact> {
    const scheme = (await this.schemes(tx)).find((one) => one.code === code && (!bodyId || one.bodyId === bodyId));
    if (!scheme) throw notFound('this certification');
    const found = await this.applications.queue(tx, {
      bodyIds: [scheme.bodyId],
      states: SENT,
      schemeCode: code,
      ...(after && { after }),
      limit: PAGE + 1,
    });
    const rows = found.slice(0, PAGE);
    const last = rows.at(-1);
    const people = await this.parties.people.getAll(
      tx,
      rows.map(({ personId }) => personId),
    );
    const counts = await this.applications.countsOfScheme(tx, scheme.bodyId, code);
    const count = (states: readonly ApplicationState[]) =>
      counts.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
    return {
      scheme,
      open: rows.map(({ id, personId, state, stateSince: since }) => {
        const { displayName: name = '', number = '' } = people.get(personId) ?? {};
        return { id, name, number, state, since };
      }),
      next: found.length > PAGE && last ? queueKey(last) : null,
      counts: { sent: count(SENT), drafts: count(['draft']) },
      timeZone: (await this.parties.organizations.get(tx, scheme.bodyId)).timeZone,
    };
  }
}
