import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { People, type PersonSummary } from '../../people/people.public.js';
import { scaleOf } from '../../schemes/schemes.public.js';
import {
  judgeReport,
  sittingOf,
  type Judgement,
  type RecordedReport,
  type ReportGround,
} from '../domain/exam/judge-report.js';
import type { Sitting } from '../domain/exam/waiting.js';
import { columnIn, readReportLine, type ReportLine } from '../domain/exam/report-line.js';
import type { ApplicationEntity, ExamResultEntity } from '../persistence/application.entity.js';
import type { ExamAuthorisationEntity, ExamImportEntity } from '../persistence/exam-centre.entity.js';
import { ExamAuthorisationRepository } from '../persistence/exam-authorisation.repository.js';
import { ExamImportRepository, type ImportLine } from '../persistence/exam-import.repository.js';
import { ApplicationRules } from './application-rules.js';

export interface JudgedLine extends Judgement {
  readonly position: number;
  readonly authorisation: ExamAuthorisationEntity | null;
}

interface Known {
  authorisations: Map<string, ExamAuthorisationEntity>;
  applications: Map<string, ApplicationEntity>;
  people: ReadonlyMap<string, PersonSummary>;
  recorded: Map<string, ExamResultEntity>;
  results: ExamResultEntity[];
}

/** What becomes of some lines of a list, as things stand now. The check and the recording ask the same. */
@Injectable()
export class JudgeLines {
  constructor(
    private readonly imports: ExamImportRepository,
    private readonly authorisations: ExamAuthorisationRepository,
    private readonly rules: ApplicationRules,
    private readonly people: People,
  ) {}

  /**
   * While a list is checked, a line knows of the sittings that lines before it would record, in this step or an earlier one; once it
   * is recorded, they are there.
   * @param lines of one list, in their order; few enough to be held at once
   */
  async execute(
    tx: Tx,
    list: Pick<ExamImportEntity, 'id' | 'bodyId' | 'columns' | 'state'>,
    lines: readonly ImportLine[],
  ): Promise<JudgedLine[]> {
    const read = lines.map(({ cells }) => readReportLine(list.columns, cells));
    const known = await this.known(
      tx,
      list.bodyId,
      read.filter((one) => typeof one !== 'string'),
    );
    const before = list.state === 'checking' ? await this.linesBefore(tx, list, lines, known) : null;
    const judged: JudgedLine[] = [];
    for (const [index, line] of lines.entries()) {
      const one = read[index];
      const base = { position: line.position, authorisation: null };
      if (one === undefined || typeof one === 'string') {
        judged.push({ ...base, outcome: 'problem', message: one ?? null, report: null });
        continue;
      }
      const repeat = repeatOf(line);
      if (repeat) {
        judged.push({ ...base, ...repeat, report: null });
        continue;
      }
      const authorisation = known.authorisations.get(one.number) ?? null;
      const found = authorisation && (await this.ground(tx, authorisation, known, one));
      const told = before?.get(one.number) ?? [];
      const ground = found && { ...found, sittings: [...found.sittings, ...sittingsOf(told, one, found)] };
      const judgement = judgeReport(one, ground, recordedAs(known.recorded.get(one.reference), authorisation));
      if (judgement.report) before?.set(one.number, [...told, one]);
      judged.push({ ...base, authorisation, ...judgement });
    }
    return judged;
  }

  /** What earlier steps found good, by the number of its authorisation. */
  private async linesBefore(
    tx: Tx,
    { id, columns }: Pick<ExamImportEntity, 'id' | 'columns'>,
    lines: readonly ImportLine[],
    { authorisations }: Known,
  ): Promise<Map<string, ReportLine[]>> {
    const column = 1 + columnIn(columns, 'number');
    const asked = { before: lines[0]?.position ?? 1, column, numbers: [...authorisations.keys()] };
    const before = new Map<string, ReportLine[]>();
    for (const cells of await this.imports.goodBefore(tx, id, asked)) {
      const line = readReportLine(columns, cells);
      if (typeof line !== 'string') before.set(line.number, [...(before.get(line.number) ?? []), line]);
    }
    return before;
  }

  private async known(tx: Tx, bodyId: string, read: readonly ReportLine[]): Promise<Known> {
    const authorisations = await this.authorisations.byNumbers(
      tx,
      bodyId,
      read.map(({ number }) => number),
    );
    const found = [...authorisations.values()];
    const applicationIds = [...new Set(found.map(({ applicationId }) => applicationId))];
    const applications = await this.imports.applicationsOf(tx, applicationIds);
    return {
      authorisations,
      applications: new Map(applications.map((application) => [application.id, application])),
      people: await this.people.getAll(tx, [...new Set(found.map(({ personId }) => personId))]),
      recorded: await this.imports.recorded(
        tx,
        bodyId,
        read.map(({ reference }) => reference),
      ),
      results: await this.imports.resultsOf(tx, applicationIds),
    };
  }

  private async ground(
    tx: Tx,
    authorisation: ExamAuthorisationEntity,
    { applications, people, results }: Known,
    line: ReportLine,
  ): Promise<ReportGround | null> {
    const application = applications.get(authorisation.applicationId);
    if (!application) return null;
    const { version, body } = await this.rules.of(tx, application);
    const { exam } = version.definition;
    if (!exam) return null;
    return {
      authorisation,
      isCandidate: application.state === 'admitted',
      legalName: people.get(authorisation.personId)?.legalName ?? '',
      scale: scaleOf(exam.score),
      isPassFail: exam.score.type === 'pass_fail',
      wait: exam.retest_wait,
      sittings: results.filter((one) => one.applicationId === application.id && one.reportReference !== line.reference),
      today: dateIn(body.timeZone, tx.now),
      inWords: (day) => formatDate(day),
    };
  }
}

/** The sittings of lines before one, the report of the line itself left out. */
function sittingsOf(told: readonly ReportLine[], { reference }: ReportLine, ground: ReportGround): Sitting[] {
  return told.flatMap((line) => {
    const sitting = line.reference === reference ? null : sittingOf(line, ground);
    return sitting ? [sitting] : [];
  });
}

/** A line that names the report of an earlier one: the same again, or two that cannot both be true. */
function repeatOf({ cells, first }: ImportLine): Pick<Judgement, 'outcome' | 'message'> | null {
  if (!first) return null;
  const same = cells.length === first.cells.length && cells.every((cell, at) => cell === first.cells[at]);
  return same
    ? { outcome: 'same', message: `The same as line ${first.line}; it is left out.` }
    : {
        outcome: 'problem',
        message: `Line ${first.line} has the same report number and says something else. Keep one of the two.`,
      };
}

function recordedAs(
  result: ExamResultEntity | undefined,
  authorisation: ExamAuthorisationEntity | null,
): RecordedReport | null {
  if (!result) return null;
  const { applicationId, satOn, score } = result;
  return { sameApplication: applicationId === authorisation?.applicationId, satOn, score };
}
