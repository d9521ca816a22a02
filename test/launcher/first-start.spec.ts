import { statSync } from 'node:fs';
import { join } from 'node:path';
import { useStarts } from './support.js';

jest.setTimeout(180_000); // starts whole servers, on machines that may be busy

describe('npm start in an empty data directory', () => {
  const { start, ready, commands, dataDir } = useStarts();

  it('makes a demonstration on the first start, with logins that are not the owner, and says how to sign in', async () => {
    const first = await ready();
    await first.says(/trainee\s+ada@example\.org\s+invented-for-this/);
    const answer = await first.ask();
    expect(answer).toMatchObject({ login: 'goodstanding_web_login', demonstration: true, owner: null });
    expect(commands()).toEqual(['seed:organizations', 'content load', 'seed:demo']);
    expect(statSync(join(dataDir(), 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('begins the demonstration again when its first filling was cut off', async () => {
    const broken = await start({ env: { BREAK_AT: 'seed:demo' } });
    expect(await broken.exit).toBe(1);
    expect(broken.output).toContain('"seed:demo" ended with 9');
    await ready();
    const filling = ['seed:organizations', 'content load', 'seed:demo'];
    expect(commands()).toEqual([...filling, ...filling]);
  });

  it('never makes a demonstration of a database of the operator’s own', async () => {
    const database = `outside_${process.pid}`;
    const started = await start({
      env: {
        OWNER_DATABASE_URL: `${process.env.TEST_PG}/${database}`,
        DATABASE_URL: `${process.env.TEST_PG_WEB}/${database}`,
        HOST: '127.0.0.1',
      },
    });
    await started.says('Goodstanding is ready');
    expect(await started.ask()).toMatchObject({ login: 'goodstanding_web_login', demonstration: false, owner: null });
    expect(started.output).not.toContain('Sign in as');
    expect(commands()).toEqual(['content load']);
  });

  it('refuses a port that is no port', async () => {
    const mistyped = await start({ env: { PORT: '30oo' } });
    expect(await mistyped.exit).toBe(1);
    expect(mistyped.output).toContain('it is "30oo"');
  });

  it('runs an operator’s command before any start, without a database', async () => {
    expect(await (await start({ words: ['check'] })).exit).toBe(0);
  });
});
