import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when the person concerned may know of a sealed file: of a complaint with its notice, not before. */
export class CaseFilesTold20261122002360 implements MigrationInterface {
  readonly name = 'CaseFilesTold20261122002360';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table case_file add column told_at timestamptz(3);

      -- Files that are disposed of take part: what was known of them stays known.
      alter table case_file disable trigger case_file_is_disposed;
      update case_file set told_at = created_at where kind <> 'complaint';
      update case_file f set told_at = n.first_at
      from (
        select subject_id, min(first_at) as first_at from (
          select complaint_id as subject_id, recorded_at as first_at from complaint_event where move = 'give_notice'
          union all
          select complaint_id, created_at from sanction where complaint_id is not null) told
        group by subject_id) n
      where f.kind = 'complaint' and f.subject_id = n.subject_id;
      alter table case_file enable trigger case_file_is_disposed;

      alter table case_file add constraint case_file_told_when_opened check (kind = 'complaint' or told_at is not null);
      grant update (told_at) on case_file to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
