import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Competency, CompetencyMap, Framework, TopicKind } from '../domain/framework.js';
import type { Coverage } from '../domain/coverage.js';

export interface Mapping {
  competencyCode: string;
  kind: TopicKind;
  topicCode: string;
  topicTitle: string;
}

/** Tables of this module; they hold no person's and no body's data. */
@Injectable()
export class CompetencyRepository {
  async currentVersionId(tx: Tx, frameworkCode: string): Promise<string | null> {
    const [row]: { current_version_id: string }[] = await tx.manager.query(
      'select current_version_id from competency_framework where code = $1 for update',
      [frameworkCode],
    );
    return row?.current_version_id ?? null;
  }

  async publish(tx: Tx, id: string, framework: Framework): Promise<void> {
    const now = tx.now.toString();
    await tx.manager.query(
      `insert into competency_framework_version (id, framework_code, definition, created_at) values ($1, $2, $3, $4)
       on conflict (id) do nothing`,
      [id, framework.code, JSON.stringify(framework), now],
    );
    await tx.manager.query(
      `insert into competency_framework (code, current_version_id, created_at) values ($1, $2, $3)
       on conflict (code) do update set current_version_id = excluded.current_version_id`,
      [framework.code, id, now],
    );
  }

  /** Makes `competencies` the ones in force of their framework; codes that are no longer among them are retired. */
  async replace(tx: Tx, frameworkCode: string, competencies: readonly Competency[]): Promise<void> {
    const now = tx.now.toString();
    await tx.manager.query('update competency set retired_at = $2 where framework_code = $1 and retired_at is null', [
      frameworkCode,
      now,
    ]);
    for (const [at, one] of competencies.entries()) {
      await tx.manager.query(
        `insert into competency (code, framework_code, category_code, place, title, awaiting, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (code) do update set category_code = excluded.category_code, place = excluded.place,
           title = excluded.title, awaiting = excluded.awaiting, retired_at = null`,
        [one.code, frameworkCode, one.categoryCode, at + 1, one.title, one.awaiting, now],
      );
    }
  }

  async replaceMap(tx: Tx, file: CompetencyMap): Promise<void> {
    await tx.manager.query('delete from competency_mapping');
    await tx.manager.query('delete from competency_topic');
    const vocabularies = { training: file.training_domains, exam: file.exam_domains, ce: file.ce_topics };
    const topics = Object.entries(vocabularies).flatMap(([kind, titles]) =>
      Object.entries(titles).map(([code, title]) => ({ kind, code, title })),
    );
    const rows = file.map.flatMap(({ competency, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, codes]) =>
        codes.map((topic_code) => ({ competency_code: competency, kind, topic_code })),
      ),
    );
    await tx.manager.query(
      `insert into competency_topic (kind, code, title)
       select kind, code, title from jsonb_to_recordset($1::jsonb) as t (kind text, code text, title text)`,
      [JSON.stringify(topics)],
    );
    await tx.manager.query(
      `insert into competency_mapping (competency_code, kind, topic_code)
       select distinct competency_code, kind, topic_code
       from jsonb_to_recordset($1::jsonb) as m (competency_code text, kind text, topic_code text)`,
      [JSON.stringify(rows)],
    );
  }

  async all(tx: Tx): Promise<Competency[]> {
    return tx.manager.query(
      `select code, framework_code as "frameworkCode", category_code as "categoryCode", title, awaiting
       from competency where retired_at is null order by framework_code, place`,
    );
  }

  async frameworks(tx: Tx): Promise<Framework[]> {
    const rows: { definition: Framework }[] = await tx.manager.query(
      `select v.definition from competency_framework f
       join competency_framework_version v on v.id = f.current_version_id order by f.code`,
    );
    return rows.map(({ definition }) => definition);
  }

  async mappings(tx: Tx): Promise<Mapping[]> {
    return tx.manager.query(
      `select m.competency_code as "competencyCode", m.kind, t.code as "topicCode", t.title as "topicTitle"
       from competency_mapping m join competency_topic t on t.kind = m.kind and t.code = m.topic_code
       order by m.competency_code, m.kind, t.title`,
    );
  }

  async topics(tx: Tx, kind: TopicKind): Promise<{ code: string; title: string }[]> {
    return tx.manager.query('select code, title from competency_topic where kind = $1 order by title, code', [kind]);
  }

  async coverage(tx: Tx): Promise<Coverage[]> {
    return tx.manager.query(
      `select competency_code as "competencyCode", course_code as "courseCode", course_title as "courseTitle", lessons, items
       from competency_coverage order by course_title, competency_code`,
    );
  }

  async replaceCoverage(tx: Tx, courseCode: string, coverage: readonly Coverage[]): Promise<void> {
    await tx.manager.query('delete from competency_coverage where course_code = $1', [courseCode]);
    await tx.manager.query(
      `insert into competency_coverage (competency_code, course_code, course_title, lessons, items)
       select "competencyCode", "courseCode", "courseTitle", lessons, items from jsonb_to_recordset($1::jsonb)
         as c ("competencyCode" text, "courseCode" text, "courseTitle" text, lessons integer, items integer)`,
      [JSON.stringify(coverage)],
    );
  }
}
