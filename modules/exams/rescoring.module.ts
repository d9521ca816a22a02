import { Module } from '@nestjs/common';
import { CertificationModule } from '../certification/certification.module.js';
import { ItemBankModule } from '../item-bank/item-bank.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { FormKeysModule } from './form-keys.module.js';
import { OwnRemarksApiController, RemarkDeskApiController } from './http/remarks.api.controller.js';
import { OwnRemarksPagesController, RemarkDeskPagesController } from './http/remarks.pages.controller.js';
import { PassDecisionsApiController, RescoringsApiController } from './http/rescorings.api.controller.js';
import { PassDecisionsPagesController, RescoringsPagesController } from './http/rescorings.pages.controller.js';
import { SealedReadingsApiController } from './http/sealed-readings.api.controller.js';
import { SealedReadingsPagesController } from './http/sealed-readings.pages.controller.js';
import { ApplyRescoreProcessor } from './jobs/apply-rescore.processor.js';
import { ExamRepository } from './persistence/exam.repository.js';
import { FormRepository } from './persistence/form.repository.js';
import { PassDecisionRepository } from './persistence/pass-decision.repository.js';
import { RemarkRepository } from './persistence/remark.repository.js';
import { ScoreRepository } from './persistence/score.repository.js';
import { SealedReadingRepository } from './persistence/sealed-reading.repository.js';
import { SittingRepository } from './persistence/sitting.repository.js';
import { rescoringPersonalData } from './rescoring.personal-data.js';
import { ApplyRescore, RescoreEffects } from './use-cases/apply-rescore.js';
import { DecidePass, PassGround } from './use-cases/decide-pass.js';
import { FindRescore } from './use-cases/find-rescore.js';
import { PreviewRescore, RescoreKeys } from './use-cases/preview-rescore.js';
import { ProposeRescore } from './use-cases/propose-rescore.js';
import { ReadOwnRemarks } from './use-cases/read-own-remarks.js';
import { OpenRescoreReasons, ReadRescores, RescoreParties } from './use-cases/read-rescores.js';
import { ReadSealedReadings } from './use-cases/read-sealed-readings.js';
import { RemarkDesk } from './use-cases/remark-desk.js';
import { RescoringRows, SatRows } from './use-cases/rescoring-rows.js';
import { RescoringTrail } from './use-cases/rescoring-trail.js';
import { RescoreReadings, RescoringDesk } from './use-cases/rescoring-desk.js';
import { ScoreForm } from './use-cases/score-form.js';
import { SettleRescore } from './use-cases/settle-rescore.js';
import { FindOverSitting, WriteRemark } from './use-cases/write-remark.js';
import { WriteResult } from './use-cases/write-result.js';

/** What comes after a sitting where somebody doubts an item: challenges, rescoring, and decisions about a pass. */
@Module({
  imports: [
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    ItemBankModule,
    CertificationModule,
    FormKeysModule,
  ],
  controllers: [
    OwnRemarksPagesController,
    OwnRemarksApiController,
    RemarkDeskPagesController,
    RemarkDeskApiController,
    RescoringsPagesController,
    RescoringsApiController,
    PassDecisionsPagesController,
    PassDecisionsApiController,
    SealedReadingsPagesController,
    SealedReadingsApiController,
  ],
  providers: [
    rescoringPersonalData,
    ExamRepository,
    FormRepository,
    SittingRepository,
    RemarkRepository,
    ScoreRepository,
    PassDecisionRepository,
    SealedReadingRepository,
    SatRows,
    RescoringRows,
    RescoringTrail,
    FindOverSitting,
    WriteRemark,
    ReadOwnRemarks,
    RemarkDesk,
    FindRescore,
    ScoreForm,
    RescoreKeys,
    ProposeRescore,
    PreviewRescore,
    SettleRescore,
    WriteResult,
    RescoreEffects,
    ApplyRescore,
    PassGround,
    DecidePass,
    RescoreParties,
    ReadRescores,
    OpenRescoreReasons,
    ReadSealedReadings,
    RescoreReadings,
    RescoringDesk,
    ApplyRescoreProcessor,
  ],
})
export class ExamRescoringModule {}
