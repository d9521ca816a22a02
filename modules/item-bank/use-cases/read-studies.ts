import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey, type Page } from '../../../src/platform/http/paging.js';
import type { BankItem } from '../domain/item.js';
import type { StudyResult } from '../domain/study-result.js';
import { roundOf, studyAfter, STUDY_MOVES, type StudyMove, type StudyState } from '../domain/study-state.js';
import type { AngoffStudyEntity } from '../persistence/study.entity.js';
import { StudyRepository } from '../persistence/study.repository.js';
import { BankParties } from './bank-parties.js';
import { FindStudy } from './find-study.js';

export interface StudyLine {
  id: string;
  title: string;
  rounds: number;
  state: StudyState;
  stateSince: Temporal.Instant;
  body: { name: string; timeZone: string };
}

export interface StudyView extends StudyLine {
  items: BankItem[];
  judges: { id: string; name: string; excused: boolean; given: number }[];
  /** Who may be named: holders of the role who are not judges of it. */
  candidates: { id: string; name: string }[];
  steps: { move: StudyMove; by: string; at: Temporal.Instant }[];
  moves: StudyMove[];
  /** Once it is closed. */
  outcome:
    | (StudyResult & { names: ReadonlyMap<string, string>; hash: string; closedAt: Temporal.Instant; closedBy: string })
    | null;
}

/** Studies for who leads them: items by number only, judges, how far they are, and what came out. */
@Injectable()
export class ReadStudies {
  constructor(
    private readonly studies: StudyRepository,
    private readonly find: FindStudy,
    private readonly parties: BankParties,
  ) {}

  /** Newest first. */
  async list(tx: Tx, after?: string): Promise<Page<StudyLine>> {
    const [key = null] = readKey(after, keyParts.id) ?? [];
    const found = await this.studies.list(tx, await this.find.bodiesLed(tx), key, PAGE_LENGTH + 1);
    const page = pageOf(found, ({ id }) => [id]);
    const rows: StudyLine[] = [];
    for (const study of page.rows) rows.push(await this.line(tx, study));
    return { rows, next: page.next };
  }

  /** Bodies whose studies the acting person leads, each with what may be judged. */
  async toPrepare(tx: Tx): Promise<{ id: string; name: string; items: BankItem[] }[]> {
    const bodies = await this.parties.bodies(tx, await this.find.bodiesLed(tx));
    const found: { id: string; name: string; items: BankItem[] }[] = [];
    for (const body of bodies) found.push({ ...body, items: await this.find.judgeable(tx, body.id) });
    return found;
  }

  /** Titles of exam domains by their codes. */
  domainTitles(tx: Tx): Promise<ReadonlyMap<string, string>> {
    return this.parties.domainTitles(tx);
  }

  /** @throws DomainError not_found */
  async one(tx: Tx, studyId: string): Promise<StudyView> {
    const study = await this.find.led(tx, studyId);
    const judges = await this.studies.judges(tx, studyId);
    const events = await this.studies.eventsOf(tx, studyId);
    const possible = await this.find.judgesOf(tx, study.bodyId);
    const names = await this.parties.names(tx, [
      ...judges.map(({ judgeId }) => judgeId),
      ...events.map(({ actorId }) => actorId),
      ...possible,
    ]);
    const name = (id: string): string => names.get(id) ?? '';
    const given = new Map<string, number>();
    const last = events.findLast(({ move }) => move !== 'stop');
    const round = roundOf(study.state) ?? (last?.fromState ? roundOf(last.fromState) : null);
    for (const { judgeId } of round ? await this.studies.estimates(tx, studyId, round) : []) {
      given.set(judgeId, (given.get(judgeId) ?? 0) + 1);
    }
    const closing = events.find(({ move }) => move === 'close');
    const isOver = study.state === 'closed' || study.state === 'stopped';
    return {
      ...(await this.line(tx, study)),
      items: await this.find.itemsOf(tx, study),
      judges: judges.map(({ judgeId: id, excusedAt }) => {
        return { id, name: name(id), excused: excusedAt !== null, given: given.get(id) ?? 0 };
      }),
      candidates: isOver
        ? []
        : possible.filter((id) => !judges.some(({ judgeId }) => judgeId === id)).map((id) => ({ id, name: name(id) })),
      steps: events.map(({ move, actorId, recordedAt: at }) => ({ move, by: name(actorId), at })),
      moves: STUDY_MOVES.filter((move) => studyAfter(study.state, move, study.rounds)),
      outcome: closing?.result
        ? {
            ...closing.result,
            names,
            hash: closing.resultHash ?? '',
            closedAt: closing.recordedAt,
            closedBy: name(closing.actorId),
          }
        : null,
    };
  }

  private async line(tx: Tx, study: AngoffStudyEntity): Promise<StudyLine> {
    const { id, title, rounds, state, stateSince } = study;
    const { name, timeZone } = await this.parties.organizations.get(tx, study.bodyId);
    return { id, title, rounds, state, stateSince, body: { name, timeZone } };
  }
}
