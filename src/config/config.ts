import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project-root.js';

const port = z.coerce.number().int().min(0).max(65535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' });
const directory = z
  .string()
  .min(1)
  .transform((value) => (isAbsolute(value) ? value : resolve(projectRoot, value)));

const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
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
    MAIL_FROM: z.string().default('Goodstanding <no-reply@goodstanding.example>'),
    SECRET_KEY: z.string().min(32, 'must hold at least 32 characters of random text').optional(),
    SECRET_KEYS_BEFORE: z
      .string()
      .default('')
      .transform((keys) => keys.split(',').filter((key) => key !== '')),
    RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(600),
    VERIFICATION_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(120),
    TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    OPENAPI: z.enum(['on', 'off']).optional(),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    SUPPORT_PHONE: z.string().default('988'),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== 'production') return;
    for (const key of ['SECRET_KEY', 'PUBLIC_URL', 'SMTP_URL'] as const) {
      if (!env[key]) context.addIssue({ code: 'custom', path: [key], message: 'is needed in production' });
    }
  });

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
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.') || 'environment'}: ${issue.message}`);
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

/** Injection token for {@link Config}. */
export const CONFIG = Symbol('config');
