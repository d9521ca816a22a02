import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { ReadOwnEligibility } from '../use-cases/read-own-eligibility.js';
import { questionOf } from './eligibility-question.js';
import { eligibilityView, stagesView } from './eligibility.page.js';

@Controller('eligibility')
export class EligibilityPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readOwnEligibility: ReadOwnEligibility,
  ) {}

  /** What is done and what is next toward one certification. */
  @Get(':schemeCode')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const read = await this.transaction.read(ctx, (tx) => this.readOwnEligibility.withRules(tx, questionOf(ctx)));
    const { own, rules } = read;
    const { scheme, bodyName, tree } = own;
    const page = {
      scheme,
      bodyName,
      tree: eligibilityView(tree, { rules, from: hereOf(ctx) }),
      stages: stagesView(own),
    };
    return view('schemes/eligibility', page, { title: say`Your way to ${sayWord(scheme.title)}` });
  }
}

/** The page with its question, to come back to. */
function hereOf({ path, query }: RequestContext): string {
  const asked = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked).toString()}` : path;
}
