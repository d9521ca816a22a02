import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { Log } from '../../../src/platform/log/log.js';
import type { PublicCredentialRow } from '../../credentials/credentials.public.js';

const BY_NUMBER = {
  name: 'public-credential-by-number',
  text: 'select * from public_credential where number = $1',
};

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
 * this is the read that must be fast (the plan is made once a connection).
 */
@Injectable()
export class PublicRegister implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(CONFIG) config: Config, log: Log) {
    this.pool = new pg.Pool({
      connectionString: config.VERIFIER_DATABASE_URL ?? config.DATABASE_URL,
      application_name: 'goodstanding-verifier',
      max: 8,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
    });
    this.pool.on('error', (error) => log.warn('verifier connection', { error: error.message }));
  }

  /**
   * The public row of a number as it is printed, or null.
   * @throws DomainError `verification.cannot_confirm` when the register cannot be read: never "valid", never "not found"
   */
  async find(number: string): Promise<PublicCredentialRow | null> {
    const result = await this.pool
      .query<PublicCredentialRow>({ ...BY_NUMBER, values: [number] })
      .catch((error: unknown) => {
        throw Object.assign(cannotConfirm(), { cause: error });
      });
    return result.rows[0] ?? null;
  }

  /** For a clock that keeps its offset in the database. */
  async query(sql: string): Promise<unknown[]> {
    return (await this.pool.query(sql)).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
