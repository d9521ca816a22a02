import { readConfig } from './config.js';

const complete = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://web@db.example/goodstanding',
  SECRET_KEY: 'random text that is at least 32 long',
  PUBLIC_URL: 'https://register.example/',
  SMTP_URL: 'smtps://mail.example',
};
const problemsOf = (changes: Record<string, string | undefined>): string[] => {
  try {
    readConfig({ ...complete, ...changes });
    return [];
  } catch (error) {
    return (error as Error).message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
};

describe('the environment', () => {
  it('is complete with what production needs', () => {
    expect(problemsOf({})).toEqual([]);
    expect(readConfig(complete).PUBLIC_URL).toBe('https://register.example');
  });

  it('is told with every problem at once, what is missing beside what cannot be read', () => {
    expect(
      problemsOf({
        PORT: 'abc',
        METRICS_PORT: '99999',
        TRUST_PROXY_HOPS: '1.5',
        RATE_LIMIT_PER_MINUTE: '0',
        DATABASE_URL: 'mysql://x',
        REDIS_URL: 'http://x',
        SECRET_KEY: 'short',
        LOG_LEVEL: 'loud',
        MAIL_FROM: 'no address',
        PUBLIC_URL: undefined,
        SMTP_URL: '',
      }).toSorted(),
    ).toEqual([
      'DATABASE_URL: must be a postgres:// address',
      'LOG_LEVEL: must be one of silent, error, warn, info, debug',
      'MAIL_FROM: must hold an e-mail address',
      'METRICS_PORT: must be a whole number from 0 to 65535',
      'PORT: must be a whole number from 0 to 65535',
      'PUBLIC_URL: is needed in production',
      'RATE_LIMIT_PER_MINUTE: must be a whole number from 1 to 1000000000',
      'REDIS_URL: must be a redis:// address',
      'SECRET_KEY: must hold at least 32 characters of random text',
      'SMTP_URL: is needed in production',
      'TRUST_PROXY_HOPS: must be a whole number from 0 to 5',
    ]);
  });

  it('asks for nothing but a database outside production, and for a kind of start that there is', () => {
    expect(problemsOf({ NODE_ENV: undefined, SECRET_KEY: '', PUBLIC_URL: '', SMTP_URL: '' })).toEqual([]);
    expect(problemsOf({ NODE_ENV: 'prod', DATABASE_URL: undefined })).toEqual([
      'NODE_ENV: must be one of development, test, production',
      'DATABASE_URL: must be a postgres:// address',
    ]);
  });
});
