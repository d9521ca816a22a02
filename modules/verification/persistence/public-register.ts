import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { Log } from '../../../src/platform/log/log.js';
import { GatheredRead } from '../../../src/platform/database/gathered-read.js';

/** A row of the view `public_credential`; credentials knows the rest of its columns. */
export interface RegisterRow {
  readonly number: string;
}

const BY_NUMBERS = {
  name: 'public-credentials-by-number',
  text: `select number, title, scope, body_name, body_slug, body_time_zone, holder_name, holder_name_language,
                surname_keys, token_sha256, events
         from public_credential where number = any(array(select unnest($1::text[])))`,
};

/** Few reads with many numbers each are cheaper for the database than many with one; four keep the process from waiting for it. */
const GATHERING = { atOnce: 4, together: 100, worthAnother: 4 };

function cannotConfirm(): DomainError {
  return new DomainError({
    code: 'verification.cannot_confirm',
    kind: 'unavailable',
    message: 'We cannot confirm this credential just now. That says nothing about the credential itself.',
    next: 'Try again in a minute, or ask the certifying body.',
    retryAfter: 30,
  });
}

/**
 * The register as the public may read it: a login that can see one view of public columns, and a named statement, since
 * this is the read that must be fast: planned once a connection, and asked once for all who ask at the same moment.
 */
@Injectable()
export class PublicRegister implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly byNumber = new GatheredRead<RegisterRow>((numbers) => this.read(numbers), GATHERING);

  constructor(@Inject(CONFIG) config: Config, log: Log) {
    this.pool = new pg.Pool({
      connectionString: config.VERIFIER_DATABASE_URL ?? config.DATABASE_URL,
      application_name: 'goodstanding-verifier',
      max: 8,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
    });
    this.pool.on('error', (error) => log.warn('verifier connection', { error }));
  }

  /**
   * The public row of a number as it is printed, or null.
   * @throws DomainError `verification.cannot_confirm` when the register cannot be read: never "valid", never "not found"
   */
  find(number: string): Promise<RegisterRow | null> {
    return this.byNumber.find(number);
  }

  /** For a clock that keeps its offset in the database. */
  async query(sql: string): Promise<unknown[]> {
    return (await this.pool.query(sql)).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async read(numbers: string[]): Promise<Map<string, RegisterRow>> {
    const { rows } = await this.pool
      .query<RegisterRow>({ ...BY_NUMBERS, values: [numbers] })
      .catch((error: unknown) => {
        throw Object.assign(cannotConfirm(), { cause: error });
      });
    return new Map(rows.map((row) => [row.number, row]));
  }
}
