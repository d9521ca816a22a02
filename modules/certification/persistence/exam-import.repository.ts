import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { LineOutcome } from '../domain/exam/judge-report.js';
import { ApplicationEntity, ExamResultEntity } from './application.entity.js';
import { ExamImportEntity, ExamImportLineEntity } from './exam-centre.entity.js';

export type NewLine = Pick<ExamImportLineEntity, 'position' | 'line' | 'cells' | 'report'>;

/** A line with the place of the first line that names the same report. */
export type ImportLine = Pick<ExamImportLineEntity, 'position' | 'line' | 'cells' | 'outcome' | 'message'> & {
  first: { line: number; cells: string[] } | null;
};

@Injectable()
export class ExamImportRepository {
  async add(tx: Tx, list: ExamImportEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(ExamImportEntity).values(list).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  async addLines(tx: Tx, { id, bodyId }: Pick<ExamImportEntity, 'id' | 'bodyId'>, lines: readonly NewLine[]) {
    if (lines.length === 0) return;
    await tx.manager.query(
      `insert into exam_import_line (body_id, import_id, position, line, report, cells)
       select $1, $2, (l ->> 'position')::int, (l ->> 'line')::int, l ->> 'report',
         array(select jsonb_array_elements_text(l -> 'cells'))
       from jsonb_array_elements($3::jsonb) l`,
      [bodyId, id, JSON.stringify(lines)],
    );
  }

  async setLines(tx: Tx, id: string, lines: number): Promise<void> {
    await tx.manager.update(ExamImportEntity, { id }, { lines });
  }

  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<ExamImportEntity | null> {
    return tx.manager.findOneBy(ExamImportEntity, { id, bodyId: In([...bodyIds]) });
  }

  async byContent(tx: Tx, bodyId: string, contentHash: string): Promise<ExamImportEntity | null> {
    return tx.manager.findOneBy(ExamImportEntity, { bodyId, contentHash });
  }

  /** Held until the transaction ends: two steps at once come one after the other. */
  async lock(tx: Tx, id: string): Promise<ExamImportEntity | null> {
    return tx.manager.findOne(ExamImportEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async move(tx: Tx, id: string, changes: Partial<Pick<ExamImportEntity, 'state' | 'doneTo' | 'confirmedBy'>>) {
    await tx.manager.update(ExamImportEntity, { id }, changes);
  }

  /** The next lines after a place, each with the first line of the same report, where that is an earlier one. */
  async next(tx: Tx, importId: string, after: number, limit: number): Promise<ImportLine[]> {
    const rows: (ImportLine & { firstLine: number | null; firstCells: string[] | null })[] = await tx.manager.query(
      `select l.position, l.line, l.cells, l.outcome, l.message, e.line as "firstLine", e.cells as "firstCells"
       from exam_import_line l
       left join lateral (
         select p.line, p.cells from exam_import_line p
         where p.import_id = l.import_id and p.report = l.report and l.report <> '' and p.position < l.position
         order by p.position limit 1
       ) e on true
       where l.import_id = $1 and l.position > $2 order by l.position limit $3`,
      [importId, after, limit],
    );
    return rows.map(({ firstLine, firstCells, ...row }) => ({
      ...row,
      first: firstLine === null ? null : { line: firstLine, cells: firstCells ?? [] },
    }));
  }

  async tell(
    tx: Tx,
    importId: string,
    told: readonly { position: number; outcome: LineOutcome; message: string | null }[],
  ): Promise<void> {
    await tx.manager.query(
      `update exam_import_line l set outcome = t.outcome, message = t.message
       from jsonb_to_recordset($2::jsonb) as t(position int, outcome text, message text)
       where l.import_id = $1 and l.position = t.position`,
      [importId, JSON.stringify(told)],
    );
  }

  async counts(tx: Tx, importId: string): Promise<Partial<Record<LineOutcome, number>>> {
    const rows: { outcome: LineOutcome; n: number }[] = await tx.manager.query(
      `select outcome, count(*)::int as n from exam_import_line where import_id = $1 and outcome is not null group by 1`,
      [importId],
    );
    return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
  }

  /** Lines with something to tell, by place. */
  async told(tx: Tx, importId: string, limit: number): Promise<ExamImportLineEntity[]> {
    return tx.manager
      .createQueryBuilder(ExamImportLineEntity, 'l')
      .where('l.import_id = :importId and l.message is not null', { importId })
      .orderBy('l.position')
      .limit(limit)
      .getMany();
  }

  async applicationsOf(tx: Tx, ids: readonly string[]): Promise<ApplicationEntity[]> {
    return tx.manager.findBy(ApplicationEntity, { id: In([...ids]) });
  }

  /** What is recorded under these numbers of reports; corrections left out. */
  async recorded(tx: Tx, bodyId: string, references: readonly string[]): Promise<Map<string, ExamResultEntity>> {
    const rows = await tx.manager
      .createQueryBuilder(ExamResultEntity, 'r')
      .where('r.body_id = :bodyId and r.report_reference = any(:references) and r.corrects is null', {
        bodyId,
        references,
      })
      .getMany();
    return new Map(rows.map((row) => [row.reportReference, row]));
  }

  /**
   * Lines of a list before a place that name one of these authorisations and were found good, or too early, in their order.
   * @param column of the authorisation's number, from 1
   */
  async goodBefore(
    tx: Tx,
    importId: string,
    { before, column, numbers }: { before: number; column: number; numbers: readonly string[] },
  ): Promise<string[][]> {
    if (numbers.length === 0 || before <= 1) return [];
    // As readAuthorisationNumber reads what was typed: with or without the letters in front, O for 0, I and L for 1.
    const plain = numbers.map((number) => number.replace('AT', '').replaceAll('-', ''));
    const rows: { cells: string[] }[] = await tx.manager.query(
      `select cells from exam_import_line
       where import_id = $1 and position < $2 and outcome in ('good', 'not_counted')
         and translate(right(regexp_replace(upper(cells[$3]), '[^0-9A-Z]', '', 'g'), $5), 'OIL', '011') = any($4)
       order by position`,
      [importId, before, column, plain, plain[0]?.length ?? 0],
    );
    return rows.map(({ cells }) => cells);
  }

  /** Results of these applications that hold: what was put right, or does not count after all, is left out. */
  async resultsOf(tx: Tx, applicationIds: readonly string[]): Promise<ExamResultEntity[]> {
    const rows = await tx.manager.findBy(ExamResultEntity, { applicationId: In([...applicationIds]) });
    const withdrawn: { id: string }[] = await tx.manager.query(
      'select exam_result_id as id from exam_result_withdrawal where exam_result_id = any($1)',
      [rows.map(({ id }) => id)],
    );
    const gone = new Set([...rows.map(({ corrects }) => corrects), ...withdrawn.map(({ id }) => id)]);
    return rows.filter(({ id }) => !gone.has(id));
  }
}
