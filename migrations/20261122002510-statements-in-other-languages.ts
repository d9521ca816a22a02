import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text that is signed is one in a language: the whole file is kept, and of a translation also the text it translates. */
export class StatementsInOtherLanguages20261122002510 implements MigrationInterface {
  readonly name = 'StatementsInOtherLanguages20261122002510';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table statement_text
        -- Null of texts that were signed before: of those the words alone were kept.
        add column title text check (char_length(title) > 0),
        -- The file as it was read; its hash is the version, so that anybody can check what was signed.
        add column source text check (version = encode(sha256(convert_to(source, 'UTF8')), 'hex')),
        add column translates text references statement_text check (translates <> version),
        add check ((title is null) = (source is null)),
        add check (translates is null or language <> 'en');
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
