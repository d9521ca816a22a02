import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { evidencePersonalData } from './evidence.personal-data.js';
import { ApprovedCourses, Evidence } from './evidence.public.js';
import { SignedTexts } from './signed-texts.public.js';
import { EvidenceDeskPagesController, EvidenceDeskProofsController } from './http/desk.pages.controller.js';
import { CourseDecisionsPagesController } from './http/course-decisions.pages.controller.js';
import { CourseListsPagesController } from './http/course-lists.pages.controller.js';
import { CoursesApiController } from './http/courses.api.controller.js';
import { CoursesDeskPagesController } from './http/courses.pages.controller.js';
import { ApprovedTrainingsController } from './http/courses.public.controller.js';
import { DocumentsPagesController } from './http/documents.pages.controller.js';
import { EvidencePagesController, StatementPagesController } from './http/evidence.pages.controller.js';
import { SignedTextsController } from './http/signed-texts.controller.js';
import { StatementsApiController } from './http/statements.api.controller.js';
import { SubmissionReviewsApiController, SubmissionsApiController } from './http/submissions.api.controller.js';
import { TrainingPagesController } from './http/training.pages.controller.js';
import { ApprovedCourseDecisionEntity, ApprovedCourseEntity } from './persistence/approved-course.entity.js';
import { ApprovedCourseRepository } from './persistence/approved-course.repository.js';
import { FactEntity } from './persistence/fact.entity.js';
import { FactRepository } from './persistence/fact.repository.js';
import { RestingFacts } from './persistence/resting-facts.repository.js';
import { StatementTextRepository } from './persistence/statement-text.repository.js';
import { SubmissionEntity, SubmissionReviewEntity } from './persistence/submission.entity.js';
import { SubmissionRepository } from './persistence/submission.repository.js';
import { AcceptSubmission } from './use-cases/accept-submission.js';
import { AgreeToText } from './use-cases/agree-to-text.js';
import { AnnounceReview } from './use-cases/announce-review.js';
import { CheckTraining } from './use-cases/check-training.js';
import { ChooseBody } from './use-cases/choose-body.js';
import { DecideCourse } from './use-cases/decide-course.js';
import { EnterCourse } from './use-cases/enter-course.js';
import { EnterCourseList } from './use-cases/enter-course-list.js';
import { EvidenceContent } from './use-cases/evidence-content.js';
import { HandIn } from './use-cases/hand-in.js';
import { KeepProof } from './use-cases/keep-proof.js';
import { MakeStatement } from './use-cases/make-statement.js';
import { ReadCourses } from './use-cases/read-courses.js';
import { ReadFormChoices } from './use-cases/read-form-choices.js';
import { CheckReading } from './use-cases/read-in-proof.js';
import { ReadReviewDesk } from './use-cases/read-review-desk.js';
import { ReadSignedTexts } from './use-cases/read-signed-texts.js';
import { ReadStatements } from './use-cases/read-statements.js';
import { ReadSubmissions } from './use-cases/read-submissions.js';
import { RecordFact } from './use-cases/record-fact.js';
import { ReviewSubmission } from './use-cases/review-submission.js';
import { ReviewTrail } from './use-cases/review-trail.js';
import { SignText } from './use-cases/sign-text.js';
import { StatementTrail } from './use-cases/statement-trail.js';
import { SubmitDocument } from './use-cases/submit-document.js';
import { SubmitTraining } from './use-cases/submit-training.js';

const persistence = [
  ApprovedCourseRepository,
  RestingFacts,
  FactRepository,
  StatementTextRepository,
  SubmissionRepository,
];
const reads = [
  EvidenceContent,
  ReadCourses,
  ReadFormChoices,
  ReadReviewDesk,
  ReadSignedTexts,
  ReadStatements,
  ReadSubmissions,
];
const writes = [RecordFact, HandIn, SubmitTraining, SubmitDocument, ReviewSubmission, MakeStatement];
const register = [EnterCourse, DecideCourse, EnterCourseList];
const parts = [
  AcceptSubmission,
  CheckTraining,
  AnnounceReview,
  ChooseBody,
  KeepProof,
  ReviewTrail,
  SignText,
  AgreeToText,
  StatementTrail,
  CheckReading,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ApprovedCourseEntity,
      ApprovedCourseDecisionEntity,
      FactEntity,
      SubmissionEntity,
      SubmissionReviewEntity,
    ]),
    PeopleModule,
    OrganizationsModule,
    CompetenciesModule,
    NotificationsModule,
  ],
  controllers: [
    EvidencePagesController,
    StatementPagesController,
    SignedTextsController,
    TrainingPagesController,
    DocumentsPagesController,
    EvidenceDeskPagesController,
    EvidenceDeskProofsController,
    SubmissionsApiController,
    SubmissionReviewsApiController,
    StatementsApiController,
    ApprovedTrainingsController,
    CourseListsPagesController,
    CoursesDeskPagesController,
    CourseDecisionsPagesController,
    CoursesApiController,
  ],
  providers: [
    evidencePersonalData,
    ...persistence,
    ...parts,
    ...reads,
    ...writes,
    ...register,
    Evidence,
    ApprovedCourses,
    SignedTexts,
  ],
  exports: [Evidence, ApprovedCourses, SignedTexts],
})
export class EvidenceModule {}
