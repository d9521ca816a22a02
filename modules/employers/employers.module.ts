import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { employersPersonalData } from './employers.personal-data.js';
import { ConsentsApiController } from './http/consents.api.controller.js';
import { ConsentsPagesController } from './http/consents.pages.controller.js';
import { RosterEvidenceApiController } from './http/roster-evidence.api.controller.js';
import { RosterEvidencePagesController } from './http/roster-evidence.pages.controller.js';
import { RosterListsPagesController } from './http/roster-lists.pages.controller.js';
import { RosterApiController, RosterListsApiController } from './http/roster.api.controller.js';
import { RosterPagesController } from './http/roster.pages.controller.js';
import { ForgetListsSchedule } from './jobs/forget-lists.schedule.js';
import { AccessEntity, ConsentEntity } from './persistence/consent.entity.js';
import { ConsentRepository } from './persistence/consent.repository.js';
import { RosterEntryEntity, RosterImportEntity } from './persistence/roster.entity.js';
import { RosterRepository } from './persistence/roster.repository.js';
import { AddEntry } from './use-cases/add-entry.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { EmployerOf } from './use-cases/employer-of.js';
import { ForgetLists } from './use-cases/forget-lists.js';
import { GatherEvidence } from './use-cases/gather-evidence.js';
import { ConsentTrail } from './use-cases/consent-trail.js';
import { GiveConsent } from './use-cases/give-consent.js';
import { MatchRegister } from './use-cases/match-register.js';
import { PreviewImport } from './use-cases/preview-import.js';
import { PutEntries } from './use-cases/put-entries.js';
import { ReadConsents } from './use-cases/read-consents.js';
import { ReadRoster } from './use-cases/read-roster.js';
import { ReadShared } from './use-cases/read-shared.js';
import { CountRoster } from './use-cases/count-roster.js';
import { FindStandings } from './use-cases/find-standings.js';
import { ReadLines } from './use-cases/read-lines.js';
import { ReadRosterEvidence } from './use-cases/read-roster-evidence.js';
import { WithdrawConsent } from './use-cases/withdraw-consent.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([RosterEntryEntity, RosterImportEntity, ConsentEntity, AccessEntity]),
    PeopleModule,
    OrganizationsModule,
    CompetenciesModule,
    EvidenceModule,
    QuizzesModule,
    CoursesModule,
    CredentialsModule,
  ],
  controllers: [
    RosterListsPagesController,
    RosterPagesController,
    RosterEvidencePagesController,
    RosterApiController,
    RosterEvidenceApiController,
    RosterListsApiController,
    ConsentsPagesController,
    ConsentsApiController,
  ],
  providers: [
    employersPersonalData,
    RosterRepository,
    ConsentRepository,
    EmployerOf,
    MatchRegister,
    PutEntries,
    AddEntry,
    PreviewImport,
    ApplyImport,
    GatherEvidence,
    ReadShared,
    FindStandings,
    CountRoster,
    ReadLines,
    ReadRoster,
    ReadRosterEvidence,
    ConsentTrail,
    GiveConsent,
    WithdrawConsent,
    ReadConsents,
    ForgetLists,
    ForgetListsSchedule,
  ],
})
export class EmployersModule {}
