import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { isDemonstration } from '../../../src/platform/database/demonstration.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { completionPayload, type CompletionPayload } from '../domain/completion-payload.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import type { CompletionCertificateEntity } from '../persistence/completion.entity.js';
import { FindKeeper } from './find-keeper.js';
import type { Completion } from './read-completion.js';

export interface WordedCompletion {
  readonly payload: CompletionPayload;
  /** Who settles how a name is printed; null where it is the operator. */
  readonly organizationId: string | null;
}

/** Gathers what a certificate of completion states, as it is today. */
@Injectable()
export class WordCompletion {
  constructor(
    private readonly keepers: FindKeeper,
    private readonly competencies: Competencies,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  /** @param completion of a course that is finished, with the number under which it is told */
  async execute(
    tx: Tx,
    completion: Completion & { completedOn: NonNullable<Completion['completedOn']> },
    { number, verificationToken: token }: Pick<CompletionCertificateEntity, 'number' | 'verificationToken'>,
  ): Promise<WordedCompletion> {
    const { person, course, courseVersionId } = completion;
    const { offeredBy, settledBy } = await this.keepers.execute(tx, { courseVersionId, personId: person.id });
    const topics = await this.competencies.topics(tx, 'training');
    const payload = completionPayload({
      ...completion,
      // As on a credential: the name that stands on papers.
      holder: { name: person.legalName, language: person.nameLanguage },
      offeredBy,
      topicTitles: Object.fromEntries(topics.map(({ code, title }) => [code, title])),
      competencies: await this.categoriesOf(tx, course),
      number,
      token,
      publicUrl: this.config.PUBLIC_URL,
      specimen: await isDemonstration(tx),
      say: formatDate,
    });
    return { payload, organizationId: settledBy };
  }

  private async categoriesOf(tx: Tx, { lessons }: CourseDefinition): Promise<string[]> {
    const taught = new Set(lessons.flatMap(({ competencies }) => competencies));
    const all = await this.competencies.all(tx);
    const categories = new Set(all.filter(({ code }) => taught.has(code)).map((one) => one.categoryCode ?? one.code));
    return all.filter(({ code }) => categories.has(code)).map(({ title }) => title);
  }
}
