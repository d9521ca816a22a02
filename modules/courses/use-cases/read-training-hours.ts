import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Schemes, type CurrentScheme } from '../../schemes/schemes.public.js';
import { carriedBy, trainingBeside, type Carried, type TrainingCarried } from '../domain/training-hours.js';
import { CourseRepository } from '../persistence/course.repository.js';
import { WithdrawalRepository } from '../persistence/withdrawal.repository.js';

export interface TrainingHours {
  /** By training topic. */
  readonly carried: ReadonlyMap<string, Carried>;
  /** The schemes in force that ask for training, by body, then title. */
  readonly schemes: readonly (CurrentScheme & { readonly training: TrainingCarried })[];
}

/** What the courses that can be begun today carry, beside the training that each scheme in force asks. */
@Injectable()
export class ReadTrainingHours {
  constructor(
    private readonly courses: CourseRepository,
    private readonly withdrawals: WithdrawalRepository,
    private readonly schemes: Schemes,
  ) {}

  async execute(tx: Tx): Promise<TrainingHours> {
    const current = await this.courses.current(tx);
    const ids = current.map(({ id }) => id);
    const withdrawn = await this.withdrawals.among(tx, ids);
    const carried = carriedBy(current.filter(({ id }) => !withdrawn.has(id)).map(({ definition }) => definition));
    const inForce = await this.schemes.inForce(tx);
    return {
      carried,
      schemes: inForce.flatMap((scheme) => {
        const { training } = scheme.version.definition;
        if (!training || training.total_hours === 0) return [];
        return [{ ...scheme, training: trainingBeside(training, carried) }];
      }),
    };
  }
}
