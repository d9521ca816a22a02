import { Body, Controller, Get, Post } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { MoveStudy } from '../use-cases/move-study.js';
import { PrepareStudy } from '../use-cases/prepare-study.js';
import { ReadStudies } from '../use-cases/read-studies.js';
import { JudgeDto, StudyDto, StudyMoveDto } from './item-bank.dto.js';
import { newStudyPage, studiesPage, studyDocumentPage, studyPage, STUDIES } from './studies.page.js';

const studyIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this study');

/** Angoff studies for who leads them: items by number only, so nothing here is a reading. */
@Controller('desk/item-bank/studies')
@Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
export class StudiesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly studies: ReadStudies,
    private readonly prepare: PrepareStudy,
    private readonly moves: MoveStudy,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const after = ctx.query['after'];
    const page = studiesPage(await this.transaction.read(ctx, (tx) => this.studies.list(tx, after)), after);
    return view('item-bank/studies', page, { title: page.title });
  }

  @Get('new')
  async form(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) =>
      newStudyPage(await this.studies.toPrepare(tx), await this.studies.domainTitles(tx)),
    );
    return view('item-bank/study-form', page, { title: page.title });
  }

  @Post()
  @FormPage('form')
  async begin(@Ctx() ctx: RequestContext, @Body() input: StudyDto) {
    const { studyId } = await this.transaction.run(ctx, (tx) => this.prepare.begin(tx, input));
    return redirect(`${STUDIES}/${studyId}`, { notice: 'The study is prepared. Name its judges, then open it.' });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    const page = studyPage(await this.transaction.read(ctx, (tx) => this.studies.one(tx, studyIn(ctx))));
    return view('item-bank/study', page, { title: page.title });
  }

  /** How the cut score came about, to print and to keep. */
  @Get(':id/document')
  async document(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const study = await this.studies.one(tx, studyIn(ctx));
      if (!study.outcome) throw notFound('this document');
      return studyDocumentPage({ ...study, outcome: study.outcome }, await this.studies.domainTitles(tx));
    });
    return view('item-bank/study-document', page, { title: `Cut score: ${page.title}` });
  }

  @Post(':id/moves')
  @FormPage('show')
  async move(@Ctx() ctx: RequestContext, @Body() { move }: StudyMoveDto) {
    const input = { studyId: studyIn(ctx), move };
    const { studyId } = await this.transaction.run(ctx, (tx) => this.moves.execute(tx, input));
    return redirect(`${STUDIES}/${studyId}`, { notice: 'The step is recorded.' });
  }

  @Post(':id/judges')
  @FormPage('show')
  async name(@Ctx() ctx: RequestContext, @Body() { judgeId }: JudgeDto) {
    const input = { studyId: studyIn(ctx), judgeId };
    const { studyId } = await this.transaction.run(ctx, (tx) => this.prepare.nameJudge(tx, input));
    return redirect(`${STUDIES}/${studyId}`, { notice: 'The judge is named.' });
  }

  @Post(':id/judges/:judgeId/removals')
  @FormPage('show')
  async excuse(@Ctx() ctx: RequestContext) {
    const input = { studyId: studyIn(ctx), judgeId: idParam(ctx, 'judgeId', 'this judge') };
    const { studyId } = await this.transaction.run(ctx, (tx) => this.prepare.excuseJudge(tx, input));
    return redirect(`${STUDIES}/${studyId}`, { notice: 'The judge is excused. Their estimates no longer count.' });
  }
}
