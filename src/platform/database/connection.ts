import type { DataSourceOptions } from 'typeorm';
import { typeParsers } from './type-parsers.js';

interface ConnectionInput {
  url: string;
  /** Connections this process may hold at once. */
  poolSize: number;
  name: string;
}

/** TypeORM's settings for one of our processes; entities register themselves by TypeOrmModule.forFeature. */
export function connectionOptions({ url, poolSize, name }: ConnectionInput): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: name,
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    // TypeORM would print the parameters of a refused query: names and addresses. Our own log tells errors without them.
    logging: false,
    extra: {
      max: poolSize,
      types: typeParsers,
      options: '-c timezone=UTC',
      connectionTimeoutMillis: 2_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
}
