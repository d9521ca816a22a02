import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles, type NewDocument } from '../../case-files/case-files.public.js';
import { answerTimeOver } from '../background.errors.js';
import { openQuestion } from '../domain/background-result.js';
import { BackgroundRepository } from '../persistence/background.repository.js';
import { BackgroundCase } from './background-case.js';
import { BackgroundPause } from './background-pause.js';
import { OwnApplication } from './own-application.js';

/** The case that is heard, and its clock. */
@Injectable()
export class HearingCase {
  constructor(
    readonly background: BackgroundCase,
    readonly pause: BackgroundPause,
  ) {}
}

/** The person answers a background result: into the sealed file; the record says only that the answer came. */
@Injectable()
export class AnswerBackground {
  constructor(
    private readonly own: OwnApplication,
    private readonly checks: BackgroundRepository,
    private readonly caseFiles: CaseFiles,
    private readonly hearing: HearingCase,
  ) {}

  /** @throws DomainError certification.answer_time_over, certification.application_closed, case_files.empty_document */
  async execute(
    tx: Tx,
    input: { applicationId: string } & Pick<NewDocument, 'text' | 'attachment'>,
  ): Promise<{ applicationId: string }> {
    const { applicationId, text, attachment } = input;
    const application = await this.own.lockOpen(tx, applicationId);
    const { background, pause } = this.hearing;
    const today = await background.today(tx, application);
    const questions = await this.checks.answersOf(tx, applicationId);
    const question = openQuestion(questions, today);
    if (!question) throw answerTimeOver();
    const { bodyId, personId } = application;
    const subject = { module: 'certification', id: applicationId };
    const { fileId } = await this.caseFiles.open(tx, { bodyId, personId, kind: 'background', subject });
    const title = 'Answer about the background check';
    await this.caseFiles.add(tx, fileId, { title, from: await background.nameOf(tx, application), text, attachment });
    await this.checks.answered(tx, question.id, fileId);
    const others = questions.filter((other) => other !== question);
    if (!openQuestion(others, today)) await pause.end(tx, application);
    await background.trail.record(tx, application, 'answered', { check: question.backgroundCheckId });
    return { applicationId };
  }
}
