import { Body, Controller, Get, Post } from '@nestjs/common';
import { validate } from 'uuid';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { RescoringDesk } from '../use-cases/rescoring-desk.js';
import { NewRescoreDto, PassDecisionDto, PassOutcomeDto } from './rescoring.dto.js';
import { newRescorePage, reasonsPage, rescorePage, RESCORINGS, rescoringsPage, shownPart } from './rescorings.page.js';

const rescoreIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this rescore');
const idIn = (text: unknown) => (typeof text === 'string' && validate(text) ? text : undefined);

/** Rescoring for psychometricians, and for the second person: items and candidates by number. */
@Controller('desk/exams/rescorings')
@Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
export class RescoringsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: RescoringDesk,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext) {
    const page = rescoringsPage(await this.transaction.read(ctx, (tx) => this.desk.reading.read.list(tx)));
    return view('exams/rescorings', page, { title: page.title });
  }

  /** `?item=` the id of a version, or `?remark=` an upheld challenge. Opens the item, on record. */
  @Get('new')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  async blank(@Ctx() ctx: RequestContext) {
    const about = { versionId: idIn(ctx.query['item']), remarkId: idIn(ctx.query['remark']) };
    return this.transaction.run(unrepeatable(ctx), async (tx) => {
      const page = newRescorePage(await this.desk.propose.look(tx, about), about);
      return view('exams/new-rescore', page, { title: page.title });
    });
  }

  @Post()
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  @FormPage('again')
  async propose(@Ctx() ctx: RequestContext, @Body() { sealedKeys, sealedReasons, ...given }: NewRescoreDto) {
    const input = { ...given, keys: sealedKeys, reasons: sealedReasons };
    const { rescoreId } = await this.transaction.run(ctx, (tx) => this.desk.propose.execute(tx, input));
    return redirect(`${RESCORINGS}/${rescoreId}`, { notice: 'The rescore is proposed. A second person approves it.' });
  }

  /** The form once more, with what was typed. */
  async again(@Ctx() ctx: RequestContext) {
    const { values = {} } = ctx.form ?? {};
    return this.blank({ ...ctx, query: { item: idIn(values['versionId']), remark: idIn(values['remarkId']) } });
  }

  /** One that waits is worked out anew at each look, by keys that the product opens, on record. */
  @Get(':id')
  async show(@Ctx() ctx: RequestContext) {
    return this.transaction.run(unrepeatable(ctx), async (tx) => {
      const reading = await this.desk.reading.read.one(tx, rescoreIn(ctx));
      const part = shownPart(reading, ctx.query);
      const persons = [...part.lines, ...reading.kept].map(({ personId }) => personId);
      const numbers = await this.desk.reading.read.parties.numbers(tx, persons);
      const page = rescorePage(reading, part, numbers);
      return view('exams/rescore', page, { title: page.title });
    });
  }

  /** The ruled key, the reasons, and what people answered about their pass: opened on record. */
  @Get(':id/reasons')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  async reasons(@Ctx() ctx: RequestContext) {
    const id = rescoreIn(ctx);
    const page = reasonsPage(
      await this.transaction.run(unrepeatable(ctx), (tx) => this.desk.reading.reasons.execute(tx, id)),
    );
    return view('exams/rescore-reasons', page, { title: page.title });
  }

  @Post(':id/approvals')
  @FormPage('show')
  async approve(@Ctx() ctx: RequestContext) {
    const { rescoreId } = await this.transaction.run(ctx, (tx) => this.desk.settle.approve(tx, rescoreIn(ctx)));
    const notice =
      'The rescore is approved. Sittings are scored again in the background; load this page again in a moment.';
    return redirect(`${RESCORINGS}/${rescoreId}`, { notice });
  }

  @Post(':id/declines')
  @FormPage('show')
  async decline(@Ctx() ctx: RequestContext) {
    const { rescoreId } = await this.transaction.run(ctx, (tx) => this.desk.settle.decline(tx, rescoreIn(ctx)));
    return redirect(`${RESCORINGS}/${rescoreId}`, { notice: 'The rescore is not carried out. Nothing has changed.' });
  }

  /** Proposes a decision about one pass that a rescore kept. */
  @Post(':id/pass-decisions')
  @Requires({ organization: 'certifying-body', roles: ['psychometrician'] })
  @FormPage('show')
  async proposePass(@Ctx() ctx: RequestContext, @Body() { sittingId, sealedReasons: reasons }: PassDecisionDto) {
    const input = { rescoreId: rescoreIn(ctx), sittingId, reasons };
    const { rescoreId } = await this.transaction.run(ctx, (tx) => this.desk.passes.propose(tx, input));
    return redirect(`${RESCORINGS}/${rescoreId}`, {
      notice: 'The person is told and can answer. A second person decides after that.',
    });
  }
}

/** The second person's word about one pass. */
@Controller('desk/exams/pass-decisions/:id')
@Requires({ organization: 'certifying-body', roles: ['psychometrician', 'administrator'] })
export class PassDecisionsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: RescoringDesk,
  ) {}

  @Post('outcomes')
  async decide(@Ctx() ctx: RequestContext, @Body() { outcome }: PassOutcomeDto) {
    const input = { passDecisionId: idParam(ctx, 'id', 'this decision'), outcome };
    const { rescoreId } = await this.transaction.run(ctx, (tx) => this.desk.passes.decide(tx, input));
    return redirect(`${RESCORINGS}/${rescoreId}`, { notice: 'It is decided, and the person gets a letter.' });
  }
}
