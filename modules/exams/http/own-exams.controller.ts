import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayMessage, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { accommodationWords } from '../../quizzes/accommodations.public.js';
import { SCORING_RULES } from '../../quizzes/items.public.js';
import { ReadOwnExams, type ExamToSit } from '../use-cases/read-own-exams.js';
import { StartSitting } from '../use-cases/start-sitting.js';
import { examTexts } from './exam-texts.page.js';
import { StatementsDto } from './exams.dto.js';
import { sittingWords } from '../domain/sitting-state.js';

const examIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this exam');

/** The exams that a person may sit. */
@Controller('exams')
export class OwnExamsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: ReadOwnExams,
    private readonly starting: StartSitting,
  ) {}

  @Get()
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const { exams, sittings } = await this.transaction.read(ctx, (tx) => this.own.list(tx));
    const page = {
      exams: exams.map((one) => ({
        title: one.exam.title,
        href: one.openSittingId ? `/sittings/${one.openSittingId}` : `/exams/${one.exam.id}`,
        text: standingWords(one),
      })),
      sittings: sittings.map(({ id, title, zone, state, startedAt }) => {
        return { title, zone, startedAt, label: sayWord(sittingWords[state]), href: `/sittings/${id}` };
      }),
    };
    return view('exams/exams', page, { title: say`Your exams` });
  }

  /** What it asks, and the two statements that come before it. */
  @Get(':id')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.own.one(tx, examIn(ctx)));
    return view('exams/exam', examPage(found), { title: found.exam.title });
  }

  @Post(':id/sittings')
  @SignedIn()
  @FormPage('show')
  async start(@Ctx() ctx: RequestContext, @Body() { identityTextId, nondisclosureTextId }: StatementsDto) {
    const texts = { identityTextId: identityTextId ?? null, nondisclosureTextId: nondisclosureTextId ?? null };
    const input = { examId: examIn(ctx), ...texts };
    const { sittingId } = await this.transaction.run(ctx, (tx) => this.starting.execute(tx, input));
    return redirect(`/sittings/${sittingId}`);
  }
}

function standingWords({ openSittingId, refusal, candidate }: ExamToSit): string {
  if (openSittingId) return say`Go on with your exam`;
  if (refusal) return sayMessage(refusal.message);
  return say`You can sit it now, through ${lastDay(candidate)}.`;
}

/** Of the authorisation, in words; empty without one. */
function lastDay({ authorisation }: ExamToSit['candidate']): string {
  return authorisation ? formatDate(authorisation.validTo, pageLanguage()) : '';
}

function examPage({
  exam,
  questions,
  minutes,
  accommodations,
  refusal,
  waitsInRoom,
  asksSeenForm,
  openSittingId,
  candidate,
}: ExamToSit) {
  return {
    title: exam.title,
    exam,
    questions,
    minutes,
    extras: accommodationWords(accommodations).map(sayMessage),
    breaks: accommodations.breakMinutes > 0,
    refusal: refusal && { message: sayMessage(refusal.message), next: sayMessage(refusal.next) },
    passed: candidate.passed,
    waitsInRoom,
    told: refusal ? sayMessage(refusal.message) : say`You can begin now.`,
    asksSeenForm,
    openSittingId,
    left: candidate.left,
    until: refusal ? '' : lastDay(candidate),
    rules: Object.values(SCORING_RULES).map(sayWord),
    texts: examTexts(exam),
  };
}
