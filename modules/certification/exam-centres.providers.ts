import { ExamAuthorisationsPagesController } from './http/exam-authorisations.pages.controller.js';
import { ExamAuthorisationsApiController } from './http/exam-centres.api.controller.js';
import { ExamListsApiController, OwnExamController } from './http/exam-lists.api.controller.js';
import { ExamListsPagesController } from './http/exam-lists.pages.controller.js';
import { ExamImportStepProcessor } from './jobs/exam-import-step.processor.js';
import {
  ExamAuthorisationEntity,
  ExamAuthorisationEventEntity,
  ExamImportEntity,
  ExamImportLineEntity,
} from './persistence/exam-centre.entity.js';
import { ExamAuthorisationRepository } from './persistence/exam-authorisation.repository.js';
import { ExamImportRepository } from './persistence/exam-import.repository.js';
import { AnnounceExamResult } from './use-cases/announce-exam-result.js';
import { AuthorisationTrail } from './use-cases/authorisation-trail.js';
import { ConfirmExamImport } from './use-cases/confirm-exam-import.js';
import { ReadExamStanding } from './use-cases/exam-standing.js';
import { IssueAuthorisation } from './use-cases/issue-authorisation.js';
import { JudgeLines } from './use-cases/judge-lines.js';
import { MoveAuthorisation } from './use-cases/move-authorisation.js';
import { ReadAuthorisations } from './use-cases/read-authorisations.js';
import { ReceiveExamList } from './use-cases/receive-exam-list.js';
import { RecordLines } from './use-cases/record-lines.js';
import { RecordReport } from './use-cases/record-report.js';
import { CorrectSitting } from './use-cases/correct-sitting.js';
import { AfterSitting, RecordSitting } from './use-cases/record-sitting.js';
import { SitExamHere, WrittenSittings } from './use-cases/sit-exam-here.js';
import { WithdrawSitting } from './use-cases/withdraw-sitting.js';
import { StepExamImport } from './use-cases/step-exam-import.js';

/** Authorisations to test at exam centres, and the centres' lists of results. */
export const examCentres = {
  entities: [ExamAuthorisationEntity, ExamAuthorisationEventEntity, ExamImportEntity, ExamImportLineEntity],
  controllers: [
    ExamAuthorisationsPagesController,
    ExamAuthorisationsApiController,
    ExamListsPagesController,
    ExamListsApiController,
    OwnExamController,
  ],
  providers: [
    ExamAuthorisationRepository,
    ExamImportRepository,
    ReadExamStanding,
    AuthorisationTrail,
    IssueAuthorisation,
    MoveAuthorisation,
    ReadAuthorisations,
    AnnounceExamResult,
    JudgeLines,
    RecordReport,
    RecordLines,
    StepExamImport,
    ReceiveExamList,
    ConfirmExamImport,
    ExamImportStepProcessor,
    AfterSitting,
    RecordSitting,
    CorrectSitting,
    WithdrawSitting,
    WrittenSittings,
    SitExamHere,
  ],
};
