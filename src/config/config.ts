import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project-root.js';

const port = wholeNumber(0, 65_535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' });
const directory = z
  .string()
  .min(1)
  .transform((value) => (isAbsolute(value) ? value : resolve(projectRoot, value)));

const environment = z.object({
  NODE_ENV: oneOf(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  METRICS_PORT: port.optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
  DATA_DIR: directory.prefault('.data'),
  STORAGE_DIR: directory.optional(),
  DATABASE_URL: postgresUrl,
  JOBS_DATABASE_URL: postgresUrl.optional(),
  VERIFIER_DATABASE_URL: postgresUrl.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// address' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// address' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/[^\s@<]@[^\s@>]/, 'must hold an e-mail address')
    .default('Goodstanding <no-reply@goodstanding.example>'),
  SECRET_KEY: z.string().min(32, 'must hold at least 32 characters of random text').optional(),
  SECRET_KEYS_BEFORE: z
    .string()
    .default('')
    .transform((keys) => keys.split(',').filter((key) => key !== '')),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000_000).default(600),
  VERIFICATION_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000_000).default(120),
  TRUST_PROXY_HOPS: wholeNumber(0, 5).default(0),
  OPENAPI: oneOf(['on', 'off']).optional(),
  LOG_LEVEL: oneOf(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  SUPPORT_PHONE: z.string().default('988'),
});

const NEEDED_IN_PRODUCTION = ['SECRET_KEY', 'PUBLIC_URL', 'SMTP_URL'] as const;

export type Environment = Readonly<z.infer<typeof environment>>;

/** Everything the process reads from its surroundings, checked once and frozen. */
export interface Config extends Environment {
  readonly PUBLIC_URL: string;
  readonly STORAGE_DIR: string;
  readonly SECRET_KEY: string;
}

/**
 * @param source usually process.env
 * @throws Error that names every problem at once, one a line
 */
export function readConfig(source: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(given);
  const problems = (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (given['NODE_ENV'] === 'production') {
    for (const key of NEEDED_IN_PRODUCTION) if (!given[key]) problems.push(`${key}: is needed in production`);
  }
  if (!result.success || problems.length > 0) {
    const lines = problems.map((problem) => `  ${problem}`);
    throw new Error(`The environment needs attention before Goodstanding can start:\n${lines.join('\n')}`);
  }
  const env = result.data;
  return Object.freeze({
    ...env,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    STORAGE_DIR: env.STORAGE_DIR ?? resolve(env.DATA_DIR, 'files'),
    // Outside production the key may be derived: demonstrations hold nothing that it must guard.
    SECRET_KEY: env.SECRET_KEY ?? `demonstration-only-${env.DATA_DIR}`.padEnd(32, '-'),
  });
}

function wholeNumber(from: number, to: number) {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error });
}

function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, { error: `must be one of ${words.join(', ')}` });
}

/** Injection token for {@link Config}. */
export const CONFIG = Symbol('config');
