import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ConsentsApiController } from './http/consents.api.controller.js';
import { ConsentsPagesController } from './http/consents.pages.controller.js';
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
import { GiveConsent } from './use-cases/give-consent.js';
import { MatchRegister } from './use-cases/match-register.js';
import { PreviewImport } from './use-cases/preview-import.js';
import { PutEntries } from './use-cases/put-entries.js';
import { ReadConsents } from './use-cases/read-consents.js';
import { ReadRoster } from './use-cases/read-roster.js';
import { ReadShared } from './use-cases/read-shared.js';
import { WithdrawConsent } from './use-cases/withdraw-consent.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([RosterEntryEntity, RosterImportEntity, ConsentEntity, AccessEntity]),
    PeopleModule,
    OrganizationsModule,
    CompetenciesModule,
    EvidenceModule,
    CredentialsModule,
  ],
  controllers: [
    RosterListsPagesController,
    RosterPagesController,
    RosterApiController,
    RosterListsApiController,
    ConsentsPagesController,
    ConsentsApiController,
  ],
  providers: [
    RosterRepository,
    ConsentRepository,
    EmployerOf,
    MatchRegister,
    PutEntries,
    AddEntry,
    PreviewImport,
    ApplyImport,
    ReadShared,
    ReadRoster,
    GiveConsent,
    WithdrawConsent,
    ReadConsents,
    ForgetLists,
    ForgetListsSchedule,
  ],
})
export class EmployersModule {}
