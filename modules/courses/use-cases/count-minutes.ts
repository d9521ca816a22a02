import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { countedTopics } from '../domain/active-time.js';
import type { CourseDefinition } from '../domain/course-definition.js';
import type { TopicMinutes } from '../domain/course-vocabulary.js';
import { earliestDate } from '../domain/earliest-date.js';
import type { EnrolmentEntity } from '../persistence/enrolment.entity.js';
import { LessonTimeRepository } from '../persistence/lesson-time.repository.js';

/** What a finished self-study counts for, by the rule of its course, and on which day. */
@Injectable()
export class CountMinutes {
  constructor(
    private readonly times: LessonTimeRepository,
    private readonly organizations: Organizations,
  ) {}

  async execute(
    tx: Tx,
    { enrolment, course }: { enrolment: EnrolmentEntity; course: CourseDefinition },
  ): Promise<{ topics: TopicMinutes[]; minutes: number }> {
    const topics = countedTopics(course, await this.times.measured(tx, enrolment.id));
    return { topics, minutes: topics.reduce((sum, { minutes }) => sum + minutes, 0) };
  }

  /** The calendar day that lies in no body's future. */
  async today(tx: Tx): Promise<Temporal.PlainDate> {
    const bodies = await this.organizations.bodies(tx);
    return earliestDate(
      bodies.map(({ timeZone }) => timeZone),
      tx.now,
    );
  }
}
