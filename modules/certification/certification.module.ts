import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { Applications } from './certification.public.js';
import { CloseOverdueSchedule } from './jobs/close-overdue.schedule.js';
import { ApplicationEntity, ApplicationEventEntity, ExamResultEntity } from './persistence/application.entity.js';
import { ApplicationRepository } from './persistence/application.repository.js';
import { AnnounceStep } from './use-cases/announce-step.js';
import { ApplicationRules } from './use-cases/application-rules.js';
import { AssessApplication } from './use-cases/assess-application.js';
import { BeginApplication } from './use-cases/begin-application.js';
import { CheckDecider } from './use-cases/check-decider.js';
import { ClaimApplication } from './use-cases/claim-application.js';
import { CloseOverdue } from './use-cases/close-overdue.js';
import { DecideApplication } from './use-cases/decide-application.js';
import { OpenCase } from './use-cases/open-case.js';
import { RecordExamResult } from './use-cases/record-exam-result.js';
import { RecordStep } from './use-cases/record-step.js';
import { ReleaseApplication } from './use-cases/release-application.js';
import { ReviewApplication } from './use-cases/review-application.js';
import { StoreExamResult } from './use-cases/store-exam-result.js';
import { SubmitApplication } from './use-cases/submit-application.js';
import { TakeStep } from './use-cases/take-step.js';
import { WithdrawApplication } from './use-cases/withdraw-application.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ApplicationEntity, ApplicationEventEntity, ExamResultEntity]),
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    EvidenceModule,
    SchemesModule,
  ],
  providers: [
    ApplicationRepository,
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
    ReviewApplication,
    StoreExamResult,
    RecordExamResult,
    CheckDecider,
    DecideApplication,
    CloseOverdue,
    CloseOverdueSchedule,
    Applications,
  ],
  exports: [Applications],
})
export class CertificationModule {}
