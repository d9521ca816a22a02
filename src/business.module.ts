import { Module } from '@nestjs/common';
import { AuthoringModule } from '../modules/authoring/authoring.module.js';
import { CaseFilesModule } from '../modules/case-files/case-files.module.js';
import { CertificationModule } from '../modules/certification/certification.module.js';
import { CohortsModule } from '../modules/cohorts/cohorts.module.js';
import { CompetenciesModule } from '../modules/competencies/competencies.module.js';
import { ConductModule } from '../modules/conduct/conduct.module.js';
import { CoursesModule } from '../modules/courses/courses.module.js';
import { CredentialsModule } from '../modules/credentials/credentials.module.js';
import { EmployersModule } from '../modules/employers/employers.module.js';
import { EvidenceModule } from '../modules/evidence/evidence.module.js';
import { ExamsModule } from '../modules/exams/exams.module.js';
import { ExamRescoringModule } from '../modules/exams/rescoring.module.js';
import { ExamStatisticsModule } from '../modules/exams/statistics.module.js';
import { ItemBankModule } from '../modules/item-bank/item-bank.module.js';
import { NotificationsModule } from '../modules/notifications/notifications.module.js';
import { OrganizationsModule } from '../modules/organizations/organizations.module.js';
import { PeopleModule } from '../modules/people/people.module.js';
import { PortalModule } from '../modules/portal/portal.module.js';
import { PracticeModule } from '../modules/practice/practice.module.js';
import { PrivacyModule } from '../modules/privacy/privacy.module.js';
import { QuizzesModule } from '../modules/quizzes/quizzes.module.js';
import { RenewalsModule } from '../modules/renewals/renewals.module.js';
import { SchemeChangesModule } from '../modules/scheme-changes/scheme-changes.module.js';
import { SchemesModule } from '../modules/schemes/schemes.module.js';
import { VerificationModule } from '../modules/verification/verification.module.js';

/** The business, in the order in which modules may know each other: each only those above it. */
@Module({
  imports: [
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    CompetenciesModule,
    EvidenceModule,
    SchemesModule,
    QuizzesModule,
    ItemBankModule,
    CoursesModule,
    CohortsModule,
    AuthoringModule,
    PracticeModule,
    CaseFilesModule,
    CertificationModule,
    ExamsModule,
    ExamRescoringModule,
    ExamStatisticsModule,
    CredentialsModule,
    ConductModule,
    RenewalsModule,
    SchemeChangesModule,
    VerificationModule,
    EmployersModule,
    PrivacyModule,
    PortalModule,
  ],
})
export class BusinessModule {}
