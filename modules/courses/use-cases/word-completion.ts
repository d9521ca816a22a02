import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { isDemonstration } from '../../../src/platform/database/demonstration.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { completionPayload, type CompletionPayload } from '../domain/completion-payload.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import type { CompletionCertificateEntity } from '../persistence/completion.entity.js';
import { CourseRepository } from '../persistence/course.repository.js';
import type { Completion } from './read-completion.js';

export interface WordedCompletion {
  readonly payload: CompletionPayload;
  /** Who looks after the course, and settles how a name is printed; null where it is the operator. */
  readonly organizationId: string | null;
}

/** Gathers what a certificate of completion states, as it is today. */
@Injectable()
export class WordCompletion {
  constructor(
    private readonly organizations: Organizations,
    private readonly competencies: Competencies,
    private readonly courses: CourseRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  /** @param completion of a course that is finished, with the number under which it is told */
  async execute(
    tx: Tx,
    completion: Completion & { completedOn: NonNullable<Completion['completedOn']> },
    { number, verificationToken: token }: Pick<CompletionCertificateEntity, 'number' | 'verificationToken'>,
  ): Promise<WordedCompletion> {
    const { person, course } = completion;
    const organizationId = await this.keeperOf(tx, completion.courseVersionId);
    const topics = await this.competencies.topics(tx, 'training');
    const payload = completionPayload({
      ...completion,
      // As on a credential: the name that stands on papers.
      holder: { name: person.legalName, language: person.nameLanguage },
      offeredBy: organizationId && (await this.organizations.get(tx, organizationId)).name,
      topicTitles: Object.fromEntries(topics.map(({ code, title }) => [code, title])),
      competencies: await this.categoriesOf(tx, course),
      number,
      token,
      publicUrl: this.config.PUBLIC_URL,
      specimen: await isDemonstration(tx),
      say: formatDate,
    });
    return { payload, organizationId };
  }

  /** Who published the version; a course of files is looked after by the certifying body, where there is only one. */
  private async keeperOf(tx: Tx, courseVersionId: string): Promise<string | null> {
    const { organizationId } = await this.courses.version(tx, courseVersionId);
    if (organizationId) return organizationId;
    const bodies = await this.organizations.bodies(tx);
    return bodies.length === 1 ? (bodies[0]?.id ?? null) : null;
  }

  private async categoriesOf(tx: Tx, { lessons }: CourseDefinition): Promise<string[]> {
    const taught = new Set(lessons.flatMap(({ competencies }) => competencies));
    const all = await this.competencies.all(tx);
    const categories = new Set(all.filter(({ code }) => taught.has(code)).map((one) => one.categoryCode ?? one.code));
    return all.filter(({ code }) => categories.has(code)).map(({ title }) => title);
  }
}
