import { Body, Controller, Get, Post } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { BeginDraft } from '../use-cases/begin-draft.js';
import { ReadDifferences } from '../use-cases/read-differences.js';
import { ReadDrafts } from '../use-cases/read-drafts.js';
import { DraftDto } from './authoring.dto.js';
import { deskPage, newDraftPage } from './desk.page.js';
import { filesOf, picturesOf, versionChoice } from './difference.page.js';

/** Drafts and courses. Who neither writes nor reviews for any organization is told so. */
@Controller('authoring')
export class DeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly drafts: ReadDrafts,
    private readonly begin: BeginDraft,
    private readonly differences: ReadDifferences,
  ) {}

  @Get()
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const desk = await this.transaction.read(ctx, (tx) => this.drafts.execute(tx));
    return view('authoring/desk', deskPage(desk), { title: 'Writing courses' });
  }

  @Get('drafts/new')
  @SignedIn()
  async form(@Ctx() ctx: RequestContext) {
    const desk = await this.transaction.read(ctx, (tx) => this.drafts.execute(tx));
    const { code } = ctx.form?.values ?? {};
    const course = ctx.query['course'] ?? (typeof code === 'string' ? code : undefined);
    return view('authoring/new-draft', newDraftPage(desk, course), { title: 'Begin a draft' });
  }

  @Post('drafts')
  @SignedIn()
  @FormPage('form')
  async add(@Ctx() ctx: RequestContext, @Body() { organizationId, code, title }: DraftDto) {
    const input = { organizationId, courseCode: code, title };
    const { id } = await this.transaction.run(ctx, (tx) => this.begin.execute(tx, input));
    return redirect(`/authoring/drafts/${id}`, { notice: 'The draft is begun. Learners see nothing of it yet.' });
  }

  @Get('courses/:course/differences')
  @SignedIn()
  async compare(@Ctx() ctx: RequestContext) {
    const { from, to } = ctx.query;
    const courseCode = ctx.params['course'] ?? '';
    const at = `/courses/${courseCode}/pictures`;
    const { title, versions, before, after, files, pictures, withoutQuiz } = await this.transaction.read(ctx, (tx) =>
      this.differences.ofVersions(tx, courseCode, { from: from || undefined, to: to || undefined }),
    );
    const model = {
      title: `Versions of ${title}`,
      back: { href: '/authoring', text: 'Writing courses' },
      action: `/authoring/courses/${courseCode}/differences`,
      versions: versions.map(versionChoice),
      from: before.id,
      to: after.id,
      files: filesOf(files),
      pictures: picturesOf(pictures, { before: at, after: at }),
      differs: files.length + pictures.length > 0,
      withoutQuiz,
      withdrawal:
        organizationsOf(ctx.actor, 'content-reviewer').length > 0 && `/authoring/courses/${courseCode}/withdrawals/new`,
    };
    return view('authoring/versions', model);
  }
}
