import { Global, Module } from '@nestjs/common';
import { PageSurroundings } from '../../src/platform/http/surroundings.js';
import { WaitingCaseFiles } from '../case-files/waiting.public.js';
import { CertificationModule } from '../certification/certification.module.js';
import { ExamsAhead } from '../certification/exam-sittings.public.js';
import { WaitingApplications } from '../certification/waiting.public.js';
import { WaitingConduct } from '../conduct/waiting.public.js';
import { AuthoringModule } from '../authoring/authoring.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { WaitingCompletions } from '../courses/waiting.public.js';
import { WaitingAtRegister } from '../credentials/waiting.public.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { WaitingEvidence } from '../evidence/waiting.public.js';
import { ExamsAtHome, WaitingExamWork } from '../exams/waiting.public.js';
import { WaitingItems } from '../item-bank/waiting.public.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { WaitingErasures } from '../privacy/waiting.public.js';
import { WaitingAccommodations } from '../quizzes/waiting.public.js';
import { RenewalsModule } from '../renewals/renewals.module.js';
import { WaitingRenewals } from '../renewals/waiting.public.js';
import { WaitingDrafts } from '../scheme-changes/waiting.public.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { AffectedController } from './http/affected.controller.js';
import { AimsApiController } from './http/aims.api.controller.js';
import { DemonstrationApiController } from './http/demonstration.api.controller.js';
import { DeskPeoplePagesController } from './http/desk-people.pages.controller.js';
import { DeskSecondFactorsPagesController } from './http/desk-second-factors.pages.controller.js';
import { HelpPagesController } from './http/help.pages.controller.js';
import { HomePagesController } from './http/home.pages.controller.js';
import { MailboxRecoveriesApiController } from './http/mailbox-recoveries.api.controller.js';
import { ProductSurroundings } from './http/product-surroundings.js';
import { SecondFactorRemovalsApiController } from './http/second-factor-removals.api.controller.js';
import { SignInsPagesController } from './http/sign-ins.pages.controller.js';
import { AimRepository } from './persistence/aim.repository.js';
import { portalPersonalData } from './portal.personal-data.js';
import { ConfirmRemovalAtDesk } from './use-cases/confirm-removal-at-desk.js';
import { FindAtDesk } from './use-cases/find-at-desk.js';
import { HelpAtDesk } from './use-cases/help-at-desk.js';
import { ReadAffected } from './use-cases/read-affected.js';
import { ReadDesk, ReadRemovals } from './use-cases/read-desk.js';
import { ReadLearningTies, ReadTies } from './use-cases/read-ties.js';
import { ReadExamsAhead } from './use-cases/read-exams-ahead.js';
import { ReadStaffHome } from './use-cases/read-staff-home.js';
import { OwnCertifying, OwnDoings, ReadTraineeHome } from './use-cases/read-trainee-home.js';
import { ReadSupportLine } from './use-cases/read-support-line.js';
import { ReadWaiting, WaitingAfterGrant, WaitingAroundExams, WaitingBeforeGrant } from './use-cases/read-waiting.js';
import { ChooseAim } from './use-cases/choose-aim.js';
import { TeachingAhead } from '../cohorts/waiting.public.js';
import { ReadTeachingAhead } from './use-cases/read-teaching-ahead.js';
import { ReadNext } from './use-cases/read-next.js';
import { SchemeProgress } from './use-cases/scheme-progress.js';

const desk = [ReadLearningTies, ReadTies, FindAtDesk, ReadRemovals, ReadDesk, HelpAtDesk, ConfirmRemovalAtDesk];

/** What waits in each module; these reads need nothing but the transaction. */
const waiting = [
  WaitingApplications,
  WaitingEvidence,
  WaitingDrafts,
  WaitingAtRegister,
  WaitingCompletions,
  WaitingRenewals,
  WaitingConduct,
  WaitingCaseFiles,
  WaitingItems,
  WaitingAccommodations,
  WaitingExamWork,
  ExamsAhead,
  ExamsAtHome,
  ReadExamsAhead,
  WaitingAroundExams,
  WaitingErasures,
  WaitingBeforeGrant,
  WaitingAfterGrant,
  ReadSupportLine,
  ReadWaiting,
];

/** Global for one thing: the platform's pages find their surroundings here. */
@Global()
@Module({
  imports: [
    PeopleModule,
    OrganizationsModule,
    EvidenceModule,
    SchemesModule,
    CoursesModule,
    CohortsModule,
    AuthoringModule,
    CertificationModule,
    CredentialsModule,
    RenewalsModule,
  ],
  controllers: [
    AffectedController,
    AimsApiController,
    HomePagesController,
    HelpPagesController,
    DemonstrationApiController,
    SignInsPagesController,
    DeskPeoplePagesController,
    DeskSecondFactorsPagesController,
    MailboxRecoveriesApiController,
    SecondFactorRemovalsApiController,
  ],
  providers: [
    ReadAffected,
    { provide: PageSurroundings, useClass: ProductSurroundings },
    SchemeProgress,
    ReadNext,
    TeachingAhead,
    ReadTeachingAhead,
    AimRepository,
    ChooseAim,
    portalPersonalData,
    ReadTraineeHome,
    ReadStaffHome,
    OwnDoings,
    OwnCertifying,
    ...waiting,
    ...desk,
  ],
  exports: [PageSurroundings],
})
export class PortalModule {}
