import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { StandstillReason } from '../domain/application-clock.js';
import { APPLICATION_STATES, type ApplicationState } from '../domain/application-state.js';
import { ApplicationRepository, queueKey } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';
import { STAFF } from './open-case.js';

const PAGE = 25;
/** What waits for the body; shown when nothing else is asked for. */
const WAITING: ApplicationState[] = ['submitted', 'under_review', 'admitted'];

export interface QueueQuestion {
  state?: string;
  scheme?: string;
  /** `mine`, `nobody`, or everyone's. */
  claimed?: string;
  /** Due within so many days, what is late among them. */
  due?: string;
  /** `paused` for what stands still. */
  clock?: string;
  /** `reference` for a letter that came in, `background` for an answer about a result. */
  waits?: string;
  after?: string;
}

export interface QueueRow {
  id: string;
  applicant: { displayName: string; number: string };
  schemeCode: string;
  schemeTitle: string;
  state: ApplicationState;
  stateSince: Temporal.Instant;
  timeZone: string;
  claimedBy: string | null;
  /** The last day of the limit that ends first; null where none is promised. */
  dueOn: Temporal.PlainDate | null;
  late: boolean;
  /** Why it stands still; null while its time runs. */
  paused: StandstillReason | null;
}

export interface Queue {
  rows: QueueRow[];
  /** Key for the page after this one; null on the last page. */
  next: string | null;
  counts: { state: ApplicationState; count: number }[];
  schemes: { code: string; title: string; bodyId: string }[];
}

/** The applications of the acting person's bodies, longest waiting first. */
@Injectable()
export class ReadQueue {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly people: People,
    private readonly rules: ApplicationRules,
  ) {}

  async execute(tx: Tx, asked: QueueQuestion): Promise<Queue> {
    const bodyIds = organizationsOf(tx.actor, ...STAFF);
    const states = readStates(asked.state);
    const found = await this.applications.queue(tx, {
      bodyIds,
      states: asked.clock === 'paused' && !asked.state ? [...states, 'returned'] : states,
      schemeCode: asked.scheme || undefined,
      claimedBy: asked.claimed === 'mine' ? personIdOf(tx.actor) : asked.claimed === 'nobody' ? 'nobody' : undefined,
      paused: asked.clock === 'paused',
      waitsFor: asked.waits === 'reference' || asked.waits === 'background' ? asked.waits : undefined,
      dueBefore: dueBefore(tx, asked.due),
      after: asked.after,
      limit: PAGE + 1,
    });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const ids = page.flatMap(({ personId, claimedBy }) => (claimedBy ? [personId, claimedBy] : [personId]));
    const people = await this.people.getAll(tx, ids);
    const rows: QueueRow[] = [];
    for (const application of page) {
      const { id, schemeCode, state, stateSince, personId, claimedBy } = application;
      const { version, body } = await this.rules.of(tx, application);
      const { displayName = '', number = '' } = people.get(personId) ?? {};
      const claimer = claimedBy ? (people.get(claimedBy)?.displayName ?? null) : null;
      const when = { state, stateSince, timeZone: body.timeZone };
      rows.push({
        id,
        applicant: { displayName, number },
        schemeCode,
        schemeTitle: version.title,
        ...when,
        claimedBy: claimer,
        dueOn: application.dueOn,
        late: application.dueAt !== null && Temporal.Instant.compare(application.dueAt, tx.now) <= 0,
        paused: application.pauseReason,
      });
    }
    return {
      rows,
      next: found.length > PAGE && last ? queueKey(last) : null,
      counts: await this.applications.counts(tx, bodyIds),
      schemes: await this.rules.schemesOf(tx, bodyIds),
    };
  }
}

/** The instant that many days from now, or none for what is no number of days. */
function dueBefore(tx: Tx, days: string | undefined): Temporal.Instant | undefined {
  return /^\d{1,3}$/.test(days ?? '') ? tx.now.add({ hours: 24 * Number(days) }) : undefined;
}

function readStates(asked: string | undefined): ApplicationState[] {
  const state = APPLICATION_STATES.find((known) => known === asked && known !== 'draft');
  return state ? [state] : WAITING;
}
