import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { CONFIG, type Config } from '../../config/config.js';

/** Lines are written together, at the latest after a quarter of a second and at the end: writing each alone costs more than the line. */
const GATHERED = { dest: 1, sync: false, minLength: 8_192, periodicFlush: 250 };

type Fields = Record<string, unknown>;

/** JSON lines without personal data: ids, codes, durations; never names, addresses or typed text. */
@Injectable()
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(@Inject(CONFIG) config: Config) {
    const settings = { level: config.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.logger = pino(settings, pino.destination(GATHERED));
  }

  /** Nest names its own parts by a string: what it tells at every start is for whoever looks closer. */
  log(message: string, context?: string | Fields): void {
    if (typeof context === 'string') this.logger.debug({ context }, message);
    else this.logger.info(context ?? {}, message);
  }

  warn(message: string, context?: string | Fields): void {
    this.logger.warn(fields(context), message);
  }

  debug(message: string, context?: string | Fields): void {
    this.logger.debug(fields(context), message);
  }

  error(message: string, context?: string | Fields): void {
    const { error, ...rest } = fields(context);
    this.logger.error({ ...rest, ...(error !== undefined && { error: withoutValues(error) }) }, message);
  }
}

function fields(context?: string | Fields): Fields {
  return typeof context === 'string' ? { context } : (context ?? {});
}

/** PostgreSQL puts the offending values into `detail` and TypeORM into `parameters`: neither may reach a log. */
function withoutValues(error: unknown): Fields {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table } = ((error as { driverError?: Fields }).driverError ?? error) as Fields;
  return { name: error.name, message: error.message, code, constraint, table, stack: error.stack };
}
