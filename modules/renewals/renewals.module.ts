import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CertificationModule } from '../certification/certification.module.js';
import { ConductModule } from '../conduct/conduct.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { AppealOutcomeListener } from './appeal-outcome.listener.js';
import { CredentialStatusListener } from './credential-status.listener.js';
import { DeskAnswers, DeskRenewalView } from './http/desk-renewal.view.js';
import { DeskRenewalsPagesController } from './http/desk-renewals.pages.controller.js';
import { RenewalDenialsPagesController } from './http/renewal-denials.pages.controller.js';
import { DeskRenewalsApiController, RenewalsApiController } from './http/renewals.api.controller.js';
import { RenewalsPagesController } from './http/renewals.pages.controller.js';
import { ReconcileSchedule } from './jobs/reconcile.schedule.js';
import { RemindBatchProcessor } from './jobs/remind-batch.processor.js';
import { RemindSchedule } from './jobs/remind.schedule.js';
import { ReminderRepository } from './persistence/reminder.repository.js';
import { RenewalEntity } from './persistence/renewal.entity.js';
import { RenewalRepository } from './persistence/renewal.repository.js';
import { RenewalStepEntity } from './persistence/renewal-step.entity.js';
import { OwnRenewals } from './renewals.public.js';
import { renewalsPersonalData } from './renewals.personal-data.js';
import { AnnounceRenewal } from './use-cases/announce-renewal.js';
import { AnswerNotes } from './use-cases/answer-notes.js';
import { ConfirmRenewal } from './use-cases/confirm-renewal.js';
import { DenyRenewal } from './use-cases/deny-renewal.js';
import { EnterRenewal } from './use-cases/enter-renewal.js';
import { ExcuseRest } from './use-cases/excuse-rest.js';
import { FollowAppeal } from './use-cases/follow-appeal.js';
import { HoldRenewal } from './use-cases/hold-renewal.js';
import { ReadDenial } from './use-cases/read-denial.js';
import { ReadNotes } from './use-cases/read-notes.js';
import { ReadRenewalDesk } from './use-cases/read-renewal-desk.js';
import { ReadRenewals } from './use-cases/read-renewals.js';
import { ReconcileReminders } from './use-cases/reconcile-reminders.js';
import { ReceiveRenewal } from './use-cases/receive-renewal.js';
import { RecordDenial } from './use-cases/record-denial.js';
import { RenewOnRegister } from './use-cases/renew-on-register.js';
import { SendAnew } from './use-cases/send-anew.js';
import { RecordConfirmation } from './use-cases/record-confirmation.js';
import { ReadyToConfirm } from './use-cases/ready-to-confirm.js';
import { RenewalFees } from './use-cases/renewal-fees.js';
import { RenewalRules } from './use-cases/renewal-rules.js';
import { RenewalSurroundings } from './use-cases/renewal-surroundings.js';
import { ReturnRenewal } from './use-cases/return-renewal.js';
import { SendReminders } from './use-cases/send-reminders.js';
import { SettleReminder } from './use-cases/settle-reminder.js';
import { SubmitRenewal, WaysToSend } from './use-cases/submit-renewal.js';
import { TakeStep } from './use-cases/take-step.js';
import { WriteReminder } from './use-cases/write-reminder.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([RenewalEntity, RenewalStepEntity]),
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    SchemesModule,
    CertificationModule,
    CredentialsModule,
    ConductModule,
  ],
  controllers: [
    RenewalsPagesController,
    DeskRenewalsPagesController,
    RenewalDenialsPagesController,
    RenewalsApiController,
    DeskRenewalsApiController,
  ],
  providers: [
    renewalsPersonalData,
    RenewalRepository,
    ReminderRepository,
    RenewalRules,
    RenewalFees,
    ReadyToConfirm,
    AnnounceRenewal,
    TakeStep,
    HoldRenewal,
    ReceiveRenewal,
    EnterRenewal,
    AnswerNotes,
    SendAnew,
    WaysToSend,
    SubmitRenewal,
    RecordConfirmation,
    RenewOnRegister,
    RecordDenial,
    DenyRenewal,
    FollowAppeal,
    ConfirmRenewal,
    ReturnRenewal,
    ReadNotes,
    ReadDenial,
    RenewalSurroundings,
    ReadRenewals,
    ReadRenewalDesk,
    WriteReminder,
    SettleReminder,
    SendReminders,
    ExcuseRest,
    ReconcileReminders,
    RemindSchedule,
    RemindBatchProcessor,
    ReconcileSchedule,
    DeskAnswers,
    DeskRenewalView,
    CredentialStatusListener,
    AppealOutcomeListener,
    OwnRenewals,
  ],
  exports: [OwnRenewals],
})
export class RenewalsModule {}
