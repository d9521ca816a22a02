import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsModule } from '../../src/platform/documents/documents.module.js';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { coursesPersonalData } from './courses.personal-data.js';
import { CourseContent, Courses, Teaching } from './courses.public.js';
import { CoursesApiController } from './http/courses.api.controller.js';
import { CoursesPagesController } from './http/courses.pages.controller.js';
import { LessonsApiController } from './http/lessons.api.controller.js';
import { LessonsPagesController } from './http/lessons.pages.controller.js';
import { SessionPlansController } from './http/session-plans.controller.js';
import { CompletionsController } from './http/completions.controller.js';
import { CompletionsApiController } from './http/completions.api.controller.js';
import { CompletionChecksController } from './http/completion-checks.controller.js';
import { CertificateDeskController } from './http/certificate-desk.controller.js';
import { TrainingHoursController } from './http/training-hours.controller.js';
import { SignsOfWorkController } from './http/signs-of-work.controller.js';
import { PausesController } from './http/pauses.controller.js';
import { PicturesController } from './http/pictures.controller.js';
import {
  CompletionCertificateEntity,
  CompletionDocumentEntity,
  CompletionTemplateEntity,
} from './persistence/completion.entity.js';
import { CompletionRepository } from './persistence/completion.repository.js';
import { CourseVersionWithdrawalEntity } from './persistence/course-version-withdrawal.entity.js';
import { EnrolmentPauseEntity } from './persistence/enrolment-pause.entity.js';
import { LessonTimeEntity } from './persistence/lesson-time.entity.js';
import { LessonTimeRepository } from './persistence/lesson-time.repository.js';
import { GlanceRepository } from './persistence/glance.repository.js';
import { LearnerRepository } from './persistence/learner.repository.js';
import { PauseRepository } from './persistence/pause.repository.js';
import { WithdrawalRepository } from './persistence/withdrawal.repository.js';
import { ProduceCompletionProcessor } from './jobs/produce-completion.processor.js';
import { AskCompletion } from './use-cases/ask-completion.js';
import { CertificateBook } from './use-cases/certificate-book.js';
import { CertificateDesk } from './use-cases/certificate-desk.js';
import { CheckCompletion } from './use-cases/check-completion.js';
import { FindKeeper } from './use-cases/find-keeper.js';
import { IntendCompletion } from './use-cases/intend-completion.js';
import { ProduceCompletion } from './use-cases/produce-completion.js';
import { ReadOwnCertificate } from './use-cases/read-own-certificate.js';
import { WordCompletion } from './use-cases/word-completion.js';
import { PauseCourse } from './use-cases/pause-course.js';
import { ResumeCourse } from './use-cases/resume-course.js';
import { WithdrawVersion } from './use-cases/withdraw-version.js';
import { CoursePictureEntity } from './persistence/course-picture.entity.js';
import { CourseEntity, CourseVersionEntity } from './persistence/course.entity.js';
import { CourseRepository } from './persistence/course.repository.js';
import { EnrolmentEntity } from './persistence/enrolment.entity.js';
import { EnrolmentRepository } from './persistence/enrolment.repository.js';
import { LessonCheckEntity, LessonCompletionEntity } from './persistence/lesson-progress.entity.js';
import { LessonEntity } from './persistence/lesson.entity.js';
import { TellWithdrawalProcessor } from './jobs/tell-withdrawal.processor.js';
import { TellWithdrawal } from './use-cases/tell-withdrawal.js';
import { QuizPassedListener } from './quiz-passed.listener.js';
import { AnswerChecks } from './use-cases/answer-checks.js';
import { CountMinutes } from './use-cases/count-minutes.js';
import { NoteSignOfWork } from './use-cases/note-sign-of-work.js';
import { CompleteLesson, GoingOn } from './use-cases/complete-lesson.js';
import { Enrol } from './use-cases/enrol.js';
import { FindLesson } from './use-cases/find-lesson.js';
import { FinishCourse } from './use-cases/finish-course.js';
import { LoadCourses } from './use-cases/load-courses.js';
import { ReadCourses } from './use-cases/read-courses.js';
import { ReadLesson } from './use-cases/read-lesson.js';
import { ReadPicture } from './use-cases/read-picture.js';
import { ReadCompletion } from './use-cases/read-completion.js';
import { ReadLearners } from './use-cases/read-learners.js';
import { ReadTrainingHours } from './use-cases/read-training-hours.js';
import { ReadSession } from './use-cases/read-session.js';
import { PublishVersion } from './use-cases/publish-version.js';
import { ReadVersions } from './use-cases/read-versions.js';
import { ReadProgress } from './use-cases/read-progress.js';
import { RecordTraining } from './use-cases/record-training.js';

@Module({
  imports: [
    DocumentsModule,
    PeopleModule,
    OrganizationsModule,
    CompetenciesModule,
    NotificationsModule,
    EvidenceModule,
    QuizzesModule,
    SchemesModule,
    TypeOrmModule.forFeature([
      CourseEntity,
      CourseVersionEntity,
      LessonEntity,
      CoursePictureEntity,
      CourseVersionWithdrawalEntity,
      EnrolmentEntity,
      CompletionCertificateEntity,
      CompletionDocumentEntity,
      CompletionTemplateEntity,
      EnrolmentPauseEntity,
      LessonTimeEntity,
      LessonCheckEntity,
      LessonCompletionEntity,
    ]),
  ],
  controllers: [
    CoursesPagesController,
    LessonsPagesController,
    CoursesApiController,
    LessonsApiController,
    PicturesController,
    PausesController,
    SignsOfWorkController,
    CompletionsController,
    CompletionsApiController,
    CompletionChecksController,
    CertificateDeskController,
    SessionPlansController,
    TrainingHoursController,
  ],
  providers: [
    coursesPersonalData,
    CourseRepository,
    WithdrawalRepository,
    EnrolmentRepository,
    GlanceRepository,
    PauseRepository,
    PublishVersion,
    ReadVersions,
    LoadCourses,
    Enrol,
    FindLesson,
    AnswerChecks,
    CompleteLesson,
    GoingOn,
    PauseCourse,
    ResumeCourse,
    WithdrawVersion,
    TellWithdrawal,
    TellWithdrawalProcessor,
    FinishCourse,
    RecordTraining,
    CompletionRepository,
    AskCompletion,
    CertificateBook,
    CertificateDesk,
    CheckCompletion,
    FindKeeper,
    IntendCompletion,
    ProduceCompletion,
    ProduceCompletionProcessor,
    ReadOwnCertificate,
    WordCompletion,
    CountMinutes,
    NoteSignOfWork,
    LessonTimeRepository,
    ReadCourses,
    ReadLesson,
    ReadPicture,
    ReadProgress,
    Courses,
    CourseContent,
    Teaching,
    LearnerRepository,
    ReadLearners,
    ReadCompletion,
    ReadSession,
    ReadTrainingHours,
    QuizPassedListener,
  ],
  exports: [Courses, CourseContent, Teaching, ReadVersions],
})
export class CoursesModule {}
