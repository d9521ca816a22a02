import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseFilesModule } from '../case-files/case-files.module.js';
import { CertificationModule } from '../certification/certification.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { conductPersonalData } from './conduct.personal-data.js';
import { DecisionsListener } from './decisions.listener.js';
import { AppealsApiController } from './http/appeals.api.controller.js';
import { AppealsDeskApiController } from './http/appeals-desk.api.controller.js';
import { AppealsDeskPagesController } from './http/appeals-desk.pages.controller.js';
import { AppealsPagesController } from './http/appeals.pages.controller.js';
import { ComplaintDecisionsPagesController } from './http/complaint-decisions.pages.controller.js';
import { ComplaintHandling } from './http/complaint-handling.js';
import { ComplaintView } from './http/complaint-view.js';
import { ComplaintLimit } from './http/complaint-limit.js';
import { ComplaintsApiController } from './http/complaints.api.controller.js';
import { ComplaintsDeskApiController } from './http/complaints-desk.api.controller.js';
import { ComplaintsDeskPagesController } from './http/complaints-desk.pages.controller.js';
import { ComplaintsPagesController } from './http/complaints.pages.controller.js';
import { NoticesApiController } from './http/notices.api.controller.js';
import { NoticesPagesController } from './http/notices.pages.controller.js';
import { KeepClocksSchedule } from './jobs/keep-clocks.schedule.js';
import { AppealableDecisionEntity, AppealEntity, AppealEventEntity } from './persistence/appeal.entity.js';
import { AppealRepository } from './persistence/appeal.repository.js';
import { ComplaintEntity, ComplaintEventEntity, ComplaintReporterEntity } from './persistence/complaint.entity.js';
import { ComplaintRepository } from './persistence/complaint.repository.js';
import { SanctionEntity, SanctionEventEntity } from './persistence/sanction.entity.js';
import { SanctionRepository } from './persistence/sanction.repository.js';
import { WarningRepository } from './persistence/warning.repository.js';
import { AnswerComplaint } from './use-cases/answer-complaint.js';
import { AssignHandler } from './use-cases/assign-handler.js';
import { AppealRoutes } from './appeals.public.js';
import { CarryOutAppeal, DecidedElsewhere, SanctionTools } from './use-cases/carry-out-appeal.js';
import { ConductRules } from './use-cases/conduct-rules.js';
import { AppealDesk, DecideAppeal } from './use-cases/decide-appeal.js';
import { DecideComplaint, SanctionShelf } from './use-cases/decide-complaint.js';
import { DescribeCase } from './use-cases/describe-case.js';
import { EnterOutcome } from './use-cases/enter-outcome.js';
import { EnterSanction } from './use-cases/enter-sanction.js';
import { AppealPost, FileAppeal } from './use-cases/file-appeal.js';
import { ComplaintShelf, FileComplaint } from './use-cases/file-complaint.js';
import { ComplaintDesk, HandleComplaint } from './use-cases/handle-complaint.js';
import { ConductWarnings, KeepClocks } from './use-cases/keep-clocks.js';
import { NextStep } from './use-cases/next-step.js';
import { DecisionShelf, NoteDecision } from './use-cases/note-decision.js';
import { OpenCase } from './use-cases/open-case.js';
import { OweOutcome } from './use-cases/owe-outcome.js';
import { AppealSurroundings, ReadAppeals } from './use-cases/read-appeals.js';
import { ComplaintRows, ReadComplaints } from './use-cases/read-complaints.js';
import { RecordAppealStep } from './use-cases/record-appeal-step.js';
import { RecordComplaintStep } from './use-cases/record-complaint-step.js';
import { RecordSanctionStep } from './use-cases/record-sanction-step.js';
import { SayDecision } from './use-cases/say-decision.js';
import { RegisterOutcome } from './use-cases/register-outcome.js';
import { RegisterOutcomeProcessor } from './jobs/register-outcome.processor.js';
import { WriteToParties } from './use-cases/write-to-parties.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ComplaintEntity,
      ComplaintEventEntity,
      ComplaintReporterEntity,
      SanctionEntity,
      SanctionEventEntity,
      AppealableDecisionEntity,
      AppealEntity,
      AppealEventEntity,
    ]),
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    SchemesModule,
    CaseFilesModule,
    CertificationModule,
    CredentialsModule,
  ],
  controllers: [
    AppealsApiController,
    AppealsDeskApiController,
    AppealsDeskPagesController,
    AppealsPagesController,
    ComplaintDecisionsPagesController,
    ComplaintsApiController,
    ComplaintsDeskApiController,
    ComplaintsDeskPagesController,
    ComplaintsPagesController,
    NoticesApiController,
    NoticesPagesController,
  ],
  providers: [
    conductPersonalData,
    ComplaintRepository,
    SanctionRepository,
    AppealRepository,
    WarningRepository,
    ConductRules,
    DescribeCase,
    OpenCase,
    NextStep,
    RecordComplaintStep,
    RecordSanctionStep,
    RecordAppealStep,
    ComplaintRows,
    ComplaintShelf,
    ComplaintDesk,
    SanctionShelf,
    SanctionTools,
    DecidedElsewhere,
    AppealRoutes,
    DecisionShelf,
    AppealDesk,
    AppealPost,
    AppealSurroundings,
    ConductWarnings,
    WriteToParties,
    SayDecision,
    FileComplaint,
    AssignHandler,
    HandleComplaint,
    AnswerComplaint,
    EnterSanction,
    OweOutcome,
    RegisterOutcome,
    RegisterOutcomeProcessor,
    EnterOutcome,
    DecideComplaint,
    NoteDecision,
    FileAppeal,
    CarryOutAppeal,
    DecideAppeal,
    KeepClocks,
    KeepClocksSchedule,
    ReadComplaints,
    ReadAppeals,
    ComplaintHandling,
    ComplaintView,
    ComplaintLimit,
    DecisionsListener,
  ],
  exports: [AppealRoutes],
})
export class ConductModule {}
