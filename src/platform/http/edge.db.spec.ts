import { Body, Controller, Get, Global, Injectable, Module, Post } from '@nestjs/common';
import { IsNotEmpty, IsString } from 'class-validator';
import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { PlainSurroundings } from '../../../test/support/by-person-id.js';
import type { Actor } from '../../kernel/actor.js';
import { Public, SignedIn } from '../access/access-rule.js';
import { Authenticator, type Credentials } from '../access/authenticator.js';
import { Transaction } from '../database/transaction.js';
import { Ids } from '../ids/ids.js';
import { FormPage } from './form-page.js';
import { Ctx, type RequestContext } from './request-context.js';
import { redirect, view } from './responses.js';
import { PageSurroundings } from './surroundings.js';

class NoteInput {
  @IsString()
  @IsNotEmpty({ message: 'Write the note.' })
  text: string;
}

@Injectable()
class OnePerson extends Authenticator {
  async authenticate(_: unknown, { sessionToken, bearerToken }: Credentials): Promise<Actor> {
    if ((sessionToken ?? bearerToken) !== 'good') return { kind: 'anonymous' };
    const personId = '01900000-0000-7000-8000-000000000001';
    return { kind: 'person', personId, sessionId: 's', assurance: 'password', memberships: [] };
  }
}

@Controller()
class NotesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly ids: Ids,
  ) {}

  @Get('notes/new')
  @SignedIn()
  form(@Ctx() ctx: RequestContext) {
    return view('http/problem', {
      problem: { title: `typed: ${JSON.stringify(ctx.form?.values['text'] ?? '')}`, problems: ctx.form?.problems },
    });
  }

  @Post('notes')
  @SignedIn()
  @FormPage('form')
  async create(@Ctx() ctx: RequestContext, @Body() input: NoteInput) {
    const { id } = await this.write(ctx, input);
    return redirect(`/notes/${id}`);
  }

  @Post('api/v1/notes')
  @SignedIn()
  async createByApi(@Ctx() ctx: RequestContext, @Body() input: NoteInput) {
    return this.write(ctx, input);
  }

  @Get('open')
  @Public('a page for everybody')
  open() {
    return view('http/problem', { problem: { title: 'open to all' } });
  }

  private write(ctx: RequestContext, { text }: NoteInput) {
    return this.transaction.run(ctx, async (tx) => {
      const id = this.ids.next();
      await tx.manager.query(`insert into kept_form (id, path, fields, created_at) values ($1, 'note', $2, $3)`, [
        id,
        JSON.stringify({ text }),
        tx.now.toString(),
      ]);
      return { id };
    });
  }
}

@Global()
@Module({
  controllers: [NotesController],
  providers: [
    { provide: Authenticator, useClass: OnePerson },
    { provide: PageSurroundings, useClass: PlainSurroundings },
  ],
  exports: [Authenticator, PageSurroundings],
})
class NotesModule {}

describe('the edge of the web process', () => {
  const test = useApp({ business: NotesModule });
  const agent = () => supertest(test.app.getHttpServer());
  const notes = async () =>
    (await test.owner.query(`select count(*)::int as n from kept_form where path = 'note'`)).rows[0].n;

  async function visitor() {
    const { default: Tokens } = await import('@fastify/csrf');
    const tokens = Tokens() as { secretSync(): string; create(secret: string): string };
    const secret = tokens.secretSync();
    return { cookie: `visitor=${secret}; session=good`, token: tokens.create(secret) };
  }

  it('answers an unknown address with words, as a page and as a problem document', async () => {
    const page = await agent().get('/nowhere').set('accept', 'text/html');
    expect(page.status).toBe(404);
    expect(page.text).toContain('There is no page at this address.');
    const json = await agent().get('/api/v1/nowhere');
    expect(json.headers['content-type']).toContain('application/problem+json');
    expect(json.body).toMatchObject({ status: 404, title: 'There is no page at this address.' });
  });

  it('sends somebody who is not signed in to the sign-in page, and the API a 401', async () => {
    const page = await agent().get('/notes/new');
    expect(page.status).toBe(303);
    expect(page.headers['location']).toBe('/sign-in?returnTo=%2Fnotes%2Fnew');
    const json = await agent().post('/api/v1/notes').send({ text: 'x' });
    expect(json.status).toBe(401);
  });

  it('keeps what was typed when the session had ended, and gives it back once', async () => {
    const { cookie, token } = await visitor();
    const posted = await agent()
      .post('/notes')
      .set('cookie', cookie.replace('session=good', 'session=old'))
      .type('form')
      .send({ text: 'half an hour of typing', password: 'not kept', _csrf: token });
    const kept = new URL(posted.headers['location'] ?? '', 'http://x').searchParams.get('kept');
    const again = await agent().get(`/notes/new?kept=${kept}`).set('cookie', cookie);
    expect(again.text).toContain('half an hour of typing');
    const once = await agent().get(`/notes/new?kept=${kept}`).set('cookie', cookie);
    expect(once.text).not.toContain('half an hour');
  });

  it('shows a form again with what was typed and a note beside the field', async () => {
    const { cookie, token } = await visitor();
    const answer = await agent().post('/notes').set('cookie', cookie).type('form').send({ text: '', _csrf: token });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Write the note.');
  });

  it('does not act on a form from another website, nor on one without its token', async () => {
    const { cookie, token } = await visitor();
    const before = await notes();
    const foreign = agent().post('/notes').set('cookie', cookie).set('sec-fetch-site', 'cross-site').type('form');
    expect((await foreign.send({ text: 'x', _csrf: token })).status).toBe(403);
    const otherOrigin = agent()
      .post('/notes')
      .set('cookie', cookie)
      .set('origin', 'https://elsewhere.example')
      .type('form');
    expect((await otherOrigin.send({ text: 'x', _csrf: token })).status).toBe(403);
    const tokenless = agent().post('/notes').set('cookie', cookie).type('form');
    expect((await tokenless.send({ text: 'x' })).status).toBe(409);
    expect(await notes()).toBe(before);
  });

  it('writes a form that is sent twice once, with the same answer, and refuses other content under its id', async () => {
    const { cookie, token } = await visitor();
    const before = await notes();
    const send = (text: string) =>
      agent().post('/notes').set('cookie', cookie).type('form').send({ text, _csrf: token, _form: 'form-1' });
    const [first, second] = [await send('once'), await send('once')];
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(await notes()).toBe(before + 1);
    const other = await send('something else');
    expect(other.status).toBe(422);
    expect(other.text).toContain('something else');
  });

  it('answers fifty parallel repeats of one API write with one and the same row', async () => {
    const before = await notes();
    const send = () =>
      agent()
        .post('/api/v1/notes')
        .set('authorization', 'Bearer good')
        .set('idempotency-key', 'fifty')
        .send({ text: 'fifty' });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    const written = answers.filter((a) => a.status === 201).map((a) => a.body.id);
    expect(new Set(written).size).toBe(1);
    expect(answers.every((a) => a.status === 201 || a.status === 409 || a.status === 503)).toBe(true);
    expect(await notes()).toBe(before + 1);
  });

  it('keeps scripts and frames of others out by its headers', async () => {
    const { headers } = await agent().get('/open');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('leaves no cookie with a page that has no form', async () => {
    expect((await agent().get('/open')).headers['set-cookie']).toBeUndefined();
  });
});
