import { Controller, Get, Global, Injectable, Module } from '@nestjs/common';
import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { PlainSurroundings } from '../../../test/support/by-person-id.js';
import type { Actor } from '../../kernel/actor.js';
import { Public } from '../access/access-rule.js';
import { Authenticator, type Credentials } from '../access/authenticator.js';
import { view } from './responses.js';
import { PageSurroundings } from './surroundings.js';

/** Everybody whose token begins with "good-" is who comes after it. */
@Injectable()
class ByToken extends Authenticator {
  async authenticate(_: unknown, { sessionToken = '' }: Credentials): Promise<Actor> {
    const [good, personId = ''] = sessionToken.split('-');
    if (good !== 'good') return { kind: 'anonymous' };
    return { kind: 'person', personId, sessionId: 's', assurance: 'password', memberships: [] };
  }
}

@Controller()
class OpenController {
  @Get('open')
  @Public('a page for everybody')
  open() {
    return view('http/problem', { problem: { title: 'open to all' } });
  }
}

@Global()
@Module({
  controllers: [OpenController],
  providers: [
    { provide: Authenticator, useClass: ByToken },
    { provide: PageSurroundings, useClass: PlainSurroundings },
  ],
  exports: [Authenticator, PageSurroundings],
})
class OpenModule {}

const LIMIT = 20;

describe('how often one may ask', () => {
  const test = useApp({ business: OpenModule, env: { RATE_LIMIT_PER_MINUTE: String(LIMIT) } });
  const ask = async (path: string, token?: string) => {
    const request = supertest(test.app.getHttpServer()).get(path);
    return (await (token ? request.set('cookie', `session=${token}`) : request)).status;
  };
  /** @param times more than the limit */
  const askTooOften = async (path: string, tokenOf: (time: number) => string | undefined = () => undefined) => {
    for (let time = 0; time <= LIMIT; time += 1) await ask(path, tokenOf(time));
  };

  beforeAll(async () => {
    expect(await ask('/open', 'good-lena')).toBe(200);
    expect(await ask('/open', 'good-noor')).toBe(200);
    await askTooOften('/open');
  });

  it('stops an address of which nobody is known', async () => {
    expect(await ask('/open')).toBe(429);
  });

  it('lets on who is signed in behind the same address', async () => {
    expect(await ask('/open', 'good-lena')).toBe(200);
  });

  it('counts each of them for themselves', async () => {
    await askTooOften('/open', () => 'good-noor');
    expect(await ask('/open', 'good-noor')).toBe(429);
    expect(await ask('/open', 'good-lena')).toBe(200);
  });

  it('gives nobody a limit of their own for tokens that they make up', async () => {
    await askTooOften('/open', (time) => `made-up-${time}`);
    expect(await ask('/open', 'made-up-again')).toBe(429);
  });

  it('does not count what pages are made with, so that no page comes without its script', async () => {
    expect(await ask('/assets/mark.svg')).toBe(200);
    await askTooOften('/assets/mark.svg');
    expect(await ask('/assets/mark.svg')).toBe(200);
    expect(await ask('/open', 'good-lena')).toBe(200);
  });
});
