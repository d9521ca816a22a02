import { Body, Controller, Get, Global, Module, Post } from '@nestjs/common';
import { IsEmail, IsOptional, IsString } from 'class-validator';
import { useApp } from '../../../test/support/app.js';
import { formPass } from '../../../test/support/caller.js';
import { PlainSurroundings } from '../../../test/support/by-person-id.js';
import { anonymous } from '../../kernel/actor.js';
import { Public, SignedIn } from '../access/access-rule.js';
import { Authenticator } from '../access/authenticator.js';
import { Nested, NestedList } from './nested.js';
import { Ctx, type RequestContext } from './request-context.js';
import { view } from './responses.js';
import { PageSurroundings } from './surroundings.js';

class NamedDto {
  @IsString({ message: 'Write the name.' })
  name: string;
}

class LetterDto {
  @IsEmail({}, { message: 'Write the address.' })
  email: string;

  @Nested(NamedDto, 'Name the reader.')
  reader: NamedDto;

  @NestedList(NamedDto, { message: 'Name the writers.' })
  writers: NamedDto[];

  @IsOptional()
  @IsString()
  note?: string;
}

class Nobody extends Authenticator {
  async authenticate() {
    return anonymous;
  }
}

@Controller()
class LettersController {
  @Get('letters/:id')
  @Public('a page for everybody')
  letter(@Ctx() { params, cookies }: RequestContext) {
    return view('http/problem', { problem: { title: `letter ${params['id']} ${cookies['mark'] ?? 'unmarked'}` } });
  }

  @Post('api/v1/letters')
  @Public('for everybody')
  send(@Body() { email, reader, writers }: LetterDto) {
    return { email, reader: reader.name, writers: writers.map(({ name }) => name) };
  }

  @Post('own-letters')
  @SignedIn()
  own() {
    return {};
  }
}

@Global()
@Module({
  controllers: [LettersController],
  providers: [
    { provide: Authenticator, useClass: Nobody },
    { provide: PageSurroundings, useClass: PlainSurroundings },
  ],
  exports: [Authenticator, PageSurroundings],
})
class LettersModule {}

const letter = { email: 'a@b.example', reader: { name: 'Ana' }, writers: [{ name: 'Ben' }] };

describe('what cannot be read', () => {
  const test = useApp({ business: LettersModule });
  const page = async (url: string, headers: Record<string, string> = {}) => {
    const {
      statusCode,
      body,
      headers: sent,
    } = await test.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });
    return {
      status: statusCode,
      text: body,
      type: String(sent['content-type']),
      policy: sent['content-security-policy'],
    };
  };
  const send = async (body: unknown) => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/v1/letters',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    return { status: answer.statusCode, body: answer.json<{ problems?: { field?: string; message: string }[] }>() };
  };

  it('is, in a path, an address of nothing: a zero byte, a part longer than any name', async () => {
    for (const part of ['%00', 'a%00b', 'a'.repeat(3000)]) {
      const answer = await page(`/letters/${part}`);
      expect([part.slice(0, 5), answer.status, answer.type]).toEqual([
        part.slice(0, 5),
        404,
        'text/html; charset=utf-8',
      ]);
      expect(answer.text).toContain('gs-support');
    }
  });

  it('is, where a sign of a path is written wrongly, that very sign', async () => {
    for (const [url, said] of [
      ['/letters/%zz', 'letter %zz'],
      ['/letters/7%', 'letter 7%'],
      ['/letters/%ed%a0%80', 'letter %ed%a0%80'],
      ['/letters/%C3%BC', 'letter ü'],
    ] as const) {
      const answer = await page(url);
      expect([answer.status, answer.text.includes(said)]).toEqual([200, true]);
      expect(answer.policy).toBeDefined();
    }
    const nowhere = await page('/nowhere/%zz');
    expect([nowhere.status, nowhere.type]).toEqual([404, 'text/html; charset=utf-8']);
  });

  it('is refused in a query by its field, and is not heard in a cookie', async () => {
    const json = await page('/letters/1?after=a%00b', { accept: 'application/json' });
    expect([json.status, JSON.parse(json.text)]).toMatchObject([
      422,
      { problems: [{ field: 'after' }], specimen: expect.stringContaining('SPECIMEN') },
    ]);
    expect((await page('/letters/1', { cookie: 'mark=a%00b' })).text).toContain('unmarked');
    expect((await page('/letters/1', { cookie: 'mark=ab' })).text).toContain('letter 1 ab');
  });

  it.each([
    ['a zero byte', { ...letter, email: 'a\u0000b@x.example' }, 'email'],
    ['half a letter', { ...letter, email: '\ud800999@x.example' }, 'email'],
    ['half a letter deep inside', { ...letter, writers: [{ name: 'Ben' }, { name: 'a\udc00' }] }, 'writers.1.name'],
    ['a zero byte in a field that nobody asked for', { ...letter, more: '\u0000' }, 'more'],
  ])('is refused in a body by the name of its field: %s', async (_, body, field) => {
    const answer = await send(body);
    expect([answer.status, answer.body.problems?.map((one) => one.field)]).toEqual([422, [field]]);
  });

  it('is a body that is nested beyond reason', async () => {
    const answer = await send(`{"note":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
    expect([answer.status, answer.body.problems?.[0]?.field]).toEqual([422, 'note']);
  });

  it('is not what people write: letters beyond the first plane pass', async () => {
    expect(await send({ ...letter, reader: { name: '👩🏽‍🚒 𠮷' } })).toMatchObject({
      status: 201,
      body: { reader: '👩🏽‍🚒 𠮷' },
    });
  });

  it.each([
    ['an object left out', { reader: undefined }, [{ field: 'reader', message: 'Name the reader.' }]],
    ['an object that is null', { reader: null }, [{ field: 'reader', message: 'Name the reader.' }]],
    ['a list for an object', { reader: [] }, [{ field: 'reader', message: 'Name the reader.' }]],
    ['a list left out', { writers: undefined }, [{ field: 'writers', message: 'Name the writers.' }]],
    ['a list with nothing in a place', { writers: [null] }, [{ field: 'writers', message: 'Name the writers.' }]],
    ['an object that lacks something', { reader: {} }, [{ field: 'reader.name', message: 'Write the name.' }]],
  ])('is named in words: %s', async (_, part, problems) => {
    expect(await send({ ...letter, ...part })).toMatchObject({ status: 422, body: { problems } });
  });

  it('is not kept when somebody has to sign in first; the rest of the form is', async () => {
    const { cookie, token } = formPass();
    const { statusCode } = await test.app.inject({
      method: 'POST',
      url: '/own-letters',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      payload: new URLSearchParams({ _csrf: token, text: 'kept', other: 'a\u0000' }).toString(),
    });
    expect(statusCode).toBe(303);
    const { rows } = await test.owner.query('select fields from kept_form');
    expect(rows).toEqual([{ fields: { text: 'kept' } }]);
  });
});
