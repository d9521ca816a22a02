import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A certifying body has proctors, who watch over a room and have no other part in the register. */
export class Proctors20261122002500 implements MigrationInterface {
  readonly name = 'Proctors20261122002500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table membership drop constraint membership_role_of_kind;
      alter table membership add constraint membership_role_of_kind check (
        (organization_kind = 'certifying-body' and role in ('administrator', 'reviewer', 'decider', 'registrar', 'proctor',
          'item-author', 'item-reviewer', 'psychometrician', 'item-judge', 'content-author', 'content-reviewer'))
        or (organization_kind = 'employer' and role = 'roster-manager')
        or (organization_kind = 'training-provider'
          and role in ('provider-administrator', 'instructor', 'content-author', 'content-reviewer'))
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
