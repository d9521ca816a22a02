import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People, type PersonSummary } from '../../people/people.public.js';
import { scaleOf } from '../../schemes/schemes.public.js';
import { judgeReport, type Judgement, type RecordedReport, type ReportGround } from '../domain/exam/judge-report.js';
import { readReportLine, type ReportLine } from '../domain/exam/report-line.js';
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

  /** @param lines of one list, in their order; few enough to be held at once */
  async execute(
    tx: Tx,
    list: Pick<ExamImportEntity, 'bodyId' | 'columns'>,
    lines: readonly ImportLine[],
  ): Promise<JudgedLine[]> {
    const read = lines.map(({ cells }) => readReportLine(list.columns, cells));
    const known = await this.known(
      tx,
      list.bodyId,
      read.filter((one) => typeof one !== 'string'),
    );
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
      const ground = authorisation && (await this.ground(tx, authorisation, known, one));
      judged.push({
        ...base,
        authorisation,
        ...judgeReport(one, ground, recordedAs(known.recorded.get(one.reference), authorisation)),
      });
    }
    return judged;
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
    };
  }
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
