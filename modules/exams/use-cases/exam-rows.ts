import { Injectable } from '@nestjs/common';
import { AnswerRepository } from '../persistence/answer.repository.js';
import { ExamRepository } from '../persistence/exam.repository.js';
import { FormRepository } from '../persistence/form.repository.js';
import { SittingRepository } from '../persistence/sitting.repository.js';

/** The rows of this module, together. */
@Injectable()
export class ExamRows {
  constructor(
    readonly exams: ExamRepository,
    readonly forms: FormRepository,
    readonly sittings: SittingRepository,
    readonly answers: AnswerRepository,
  ) {}
}
