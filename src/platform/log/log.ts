import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { CONFIG, type Config } from '../../config/config.js';
import { errorWords } from './without-personal-words.js';

/** Lines are written together, at the latest after a quarter of a second and at the end: writing each alone costs more than the line. */
const GATHERED = { dest: 1, sync: false, minLength: 8_192, periodicFlush: 250 };

/** Where lines go: standard output, unless a test reads them. */
export const LOG_OUTPUT = Symbol('where log lines go');

export const standardOutput = (): DestinationStream => pino.destination(GATHERED);

type Fields = Record<string, unknown>;

/** JSON lines without personal data: ids, codes, durations; never names, addresses or typed text. */
@Injectable()
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(@Inject(CONFIG) config: Pick<Config, 'LOG_LEVEL'>, @Inject(LOG_OUTPUT) output: DestinationStream) {
    const settings = { level: config.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.logger = pino(settings, output);
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
    this.logger.error(fields(context), message);
  }
}

function fields(context?: string | Fields): Fields {
  if (typeof context === 'string') return { context };
  const { error, ...rest } = context ?? {};
  return { ...rest, ...(error !== undefined && { error: withoutValues(error) }) };
}

/** PostgreSQL puts the offending values into `detail` and TypeORM into `parameters`: neither may reach a log. */
function withoutValues(error: unknown): Fields {
  const message = errorWords(error);
  if (!(error instanceof Error)) return { message };
  const { code, constraint, table } = ((error as { driverError?: Fields }).driverError ?? error) as Fields;
  return { name: error.name, message, code, constraint, table, at: placesOf(error) };
}

/** The stack's places, without the message above them. */
function placesOf({ stack }: Error): string | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
