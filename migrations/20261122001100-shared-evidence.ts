import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People may share the percentages of passed quizzes; rosters are counted and filtered by the database. */
export class SharedEvidence20261122001100 implements MigrationInterface {
  readonly name = 'SharedEvidence20261122001100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table sharing_consent drop constraint sharing_consent_scopes_check;
      alter table sharing_consent add constraint sharing_consent_scopes_check
        check (cardinality(scopes) > 0 and scopes <@ array['competencies', 'hours', 'results']);

      -- What a list may take from the register without its lines. Only from settled_on on, and once the newest term has
      -- begun, is it what the public may know: before that, a line that is not public or not in effect yet is in it.
      create view credential_outlook with (security_invoker = true) as
        select
          s.credential_id,
          o.time_zone,
          s.status,
          s.starts_on,
          s.expires_on,
          (
            select max(greatest(e.effective_on, e.public_from))
            from credential_event e where e.credential_id = s.credential_id
          ) as settled_on
        from credential_state s
        join organization o on o.id = s.body_id;

      grant select on credential_outlook to goodstanding_web, goodstanding_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
