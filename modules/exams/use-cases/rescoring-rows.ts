import { Injectable } from '@nestjs/common';
import { ExamRepository } from '../persistence/exam.repository.js';
import { FormRepository } from '../persistence/form.repository.js';
import { PassDecisionRepository } from '../persistence/pass-decision.repository.js';
import { RemarkRepository } from '../persistence/remark.repository.js';
import { RescoreRepository } from '../persistence/rescore.repository.js';
import { ScoreRepository } from '../persistence/score.repository.js';
import { SittingRepository } from '../persistence/sitting.repository.js';

/** Exams, forms and sittings, as far as what comes after them looks at them. */
@Injectable()
export class SatRows {
  constructor(
    readonly exams: ExamRepository,
    readonly forms: FormRepository,
    readonly sittings: SittingRepository,
  ) {}
}

/** The rows of challenges and rescoring, together. */
@Injectable()
export class RescoringRows {
  constructor(
    readonly remarks: RemarkRepository,
    readonly rescores: RescoreRepository,
    readonly scores: ScoreRepository,
    readonly passes: PassDecisionRepository,
  ) {}
}
