import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseFilesModule } from '../case-files/case-files.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { certificationPersonalData } from './certification.personal-data.js';
import { examCentres } from './exam-centres.providers.js';
import { sealedControllers, sealedEntities, sealedProviders } from './sealed.providers.js';
import { Applications } from './certification.public.js';
import { ApplicationPagesController } from './http/application.pages.controller.js';
import { ApplicationStepsApiController } from './http/application-steps.api.controller.js';
import { ApplicationsApiController } from './http/applications.api.controller.js';
import { ApplicationsPagesController } from './http/applications.pages.controller.js';
import { CaseView } from './http/case-view.js';
import { CasesApiController } from './http/cases.api.controller.js';
import { ClaimsPagesController } from './http/claims.pages.controller.js';
import { DecisionsApiController } from './http/decisions.api.controller.js';
import { DecisionsPagesController } from './http/decisions.pages.controller.js';
import { QueuePagesController } from './http/queue.pages.controller.js';
import { ReviewsApiController } from './http/reviews.api.controller.js';
import { ReviewsPagesController } from './http/reviews.pages.controller.js';
import { HolidaysChangedListener } from './holidays-changed.listener.js';
import { CloseOverdueSchedule } from './jobs/close-overdue.schedule.js';
import { KeepTimeSchedule } from './jobs/keep-time.schedule.js';
import { ApplicationPauseEntity, ApplicationWarningEntity } from './persistence/application-pause.entity.js';
import { ApplicationEntity, ApplicationEventEntity, ExamResultEntity } from './persistence/application.entity.js';
import { ApplicationRepository } from './persistence/application.repository.js';
import { ClockRepository } from './persistence/clock.repository.js';
import { AnnounceStep } from './use-cases/announce-step.js';
import { ApplicationRules } from './use-cases/application-rules.js';
import { AssessApplication } from './use-cases/assess-application.js';
import { BeginApplication } from './use-cases/begin-application.js';
import { CheckDecider } from './use-cases/check-decider.js';
import { ClaimApplication } from './use-cases/claim-application.js';
import { CloseOverdue } from './use-cases/close-overdue.js';
import { DecideApplication } from './use-cases/decide-application.js';
import { OpenCase } from './use-cases/open-case.js';
import { StartClock, StopClock } from './use-cases/pause-clock.js';
import { PauseCase } from './use-cases/pause-case.js';
import { ReadApplications } from './use-cases/read-applications.js';
import { ReadCase } from './use-cases/read-case.js';
import { ReadClocks } from './use-cases/read-clocks.js';
import { ReadOffers } from './use-cases/read-offers.js';
import { ReadQueue } from './use-cases/read-queue.js';
import { RecordExamResult } from './use-cases/record-exam-result.js';
import { RecordStep } from './use-cases/record-step.js';
import { ReleaseApplication } from './use-cases/release-application.js';
import { ReleaseStale } from './use-cases/release-stale.js';
import { ResetClocks } from './use-cases/reset-clocks.js';
import { ReopenApplication } from './use-cases/reopen-application.js';
import { ReviewApplication } from './use-cases/review-application.js';
import { SetClock } from './use-cases/set-clock.js';
import { SitExamHere } from './use-cases/sit-exam-here.js';
import { StoreExamResult } from './use-cases/store-exam-result.js';
import { SubmitApplication } from './use-cases/submit-application.js';
import { TakeStep } from './use-cases/take-step.js';
import { WarnOfLimits } from './use-cases/warn-of-limits.js';
import { WithdrawApplication } from './use-cases/withdraw-application.js';
import { WriteLimitLetters } from './use-cases/write-limit-letters.js';

import { workControllers, workEntities, workProviders } from './work.providers.js';
import { Invoices } from './invoices.public.js';
import { Separation } from './separation.public.js';

@Module({
  imports: [
    CaseFilesModule,
    TypeOrmModule.forFeature([
      ...sealedEntities,
      ...examCentres.entities,
      ...workEntities,
      ApplicationPauseEntity,
      ApplicationWarningEntity,
      ApplicationEntity,
      ApplicationEventEntity,
      ExamResultEntity,
    ]),
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    EvidenceModule,
    SchemesModule,
  ],
  controllers: [
    ...sealedControllers,
    ...examCentres.controllers,
    ...workControllers,
    ApplicationPagesController,
    ApplicationStepsApiController,
    ApplicationsApiController,
    ApplicationsPagesController,
    CasesApiController,
    ClaimsPagesController,
    DecisionsApiController,
    DecisionsPagesController,
    QueuePagesController,
    ReviewsApiController,
    ReviewsPagesController,
  ],
  providers: [
    certificationPersonalData,
    ...sealedProviders,
    ...examCentres.providers,
    ...workProviders,
    ApplicationRepository,
    ClockRepository,
    ReadClocks,
    SetClock,
    StopClock,
    StartClock,
    PauseCase,
    ResetClocks,
    HolidaysChangedListener,
    ReleaseStale,
    WriteLimitLetters,
    WarnOfLimits,
    KeepTimeSchedule,
    ApplicationRules,
    AssessApplication,
    RecordStep,
    AnnounceStep,
    TakeStep,
    OpenCase,
    BeginApplication,
    SubmitApplication,
    WithdrawApplication,
    ClaimApplication,
    ReleaseApplication,
    ReopenApplication,
    ReviewApplication,
    StoreExamResult,
    RecordExamResult,
    CheckDecider,
    DecideApplication,
    CloseOverdue,
    CloseOverdueSchedule,
    ReadApplications,
    ReadOffers,
    ReadQueue,
    ReadCase,
    CaseView,
    Applications,
  ],
  exports: [Invoices, Separation, Applications, SitExamHere],
})
export class CertificationModule {}
