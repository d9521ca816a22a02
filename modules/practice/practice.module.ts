import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PracticeEntriesApiController } from './http/practice-entries.api.controller.js';
import { PracticeEntriesPagesController } from './http/practice-entries.pages.controller.js';
import { PracticeSignOffsApiController } from './http/practice-sign-offs.api.controller.js';
import { PracticeSignOffsPagesController } from './http/practice-sign-offs.pages.controller.js';
import { PracticePagesController } from './http/practice.pages.controller.js';
import { WhatCountsController } from './http/what-counts.controller.js';
import { ReadWhatCounts } from './use-cases/read-what-counts.js';
import { SupervisorAnswersPagesController } from './http/supervisor-answers.pages.controller.js';
import { SupervisorApiController } from './http/supervisor.api.controller.js';
import { SupervisorLink } from './http/supervisor-link.js';
import { SupervisorSignOffPagesController } from './http/supervisor-sign-off.pages.controller.js';
import { PracticeEntryDomainEntity, PracticeEntryEntity } from './persistence/practice-entry.entity.js';
import { PracticeEntryRepository } from './persistence/practice-entry.repository.js';
import { PracticeSignOffCodeEntity, PracticeSignOffLinkEntity } from './persistence/practice-sign-off-link.entity.js';
import { PracticeSignOffEntity } from './persistence/practice-sign-off.entity.js';
import { PracticeSignOffRepository } from './persistence/practice-sign-off.repository.js';
import { PracticeSumsRepository } from './persistence/practice-sums.repository.js';
import { practicePersonalData } from './practice.personal-data.js';
import { Practice } from './practice.public.js';
import { AnswerSignOff } from './use-cases/answer-sign-off.js';
import { ChangeEntry } from './use-cases/change-entry.js';
import { CorrectEntry } from './use-cases/correct-entry.js';
import { EntryRules } from './use-cases/entry-rules.js';
import { HoldRequest } from './use-cases/hold-request.js';
import { ManageSignOff } from './use-cases/manage-sign-off.js';
import { OpenSignOff } from './use-cases/open-sign-off.js';
import { ReadPracticeStatus } from './use-cases/read-practice-status.js';
import { ReadPractice } from './use-cases/read-practice.js';
import { ReadSignOffs } from './use-cases/read-sign-offs.js';
import { RecordEntry } from './use-cases/record-entry.js';
import { RecordSignedFacts } from './use-cases/record-signed-facts.js';
import { RequestCode } from './use-cases/request-code.js';
import { RequestSignOff } from './use-cases/request-sign-off.js';
import { ReturnEntries } from './use-cases/return-entries.js';
import { SendSignOffLink } from './use-cases/send-sign-off-link.js';
import { SignEntries } from './use-cases/sign-entries.js';
import { SignOffCodes } from './use-cases/sign-off-codes.js';
import { SignOffDelivery } from './use-cases/sign-off-delivery.js';
import { SignOffReading } from './use-cases/sign-off-reading.js';
import { SupervisorAnswers } from './use-cases/supervisor-answers.js';
import { WriteEntries } from './use-cases/write-entries.js';

const entities = [
  PracticeEntryEntity,
  PracticeEntryDomainEntity,
  PracticeSignOffEntity,
  PracticeSignOffLinkEntity,
  PracticeSignOffCodeEntity,
];
const entryWork = [
  EntryRules,
  RecordEntry,
  ChangeEntry,
  CorrectEntry,
  WriteEntries,
  ReadPractice,
  ReadPracticeStatus,
  ReadSignOffs,
];
const requestWork = [SignOffReading, SendSignOffLink, SignOffDelivery, RequestSignOff, ManageSignOff];
const signingWork = [
  OpenSignOff,
  HoldRequest,
  SignOffCodes,
  RequestCode,
  RecordSignedFacts,
  AnswerSignOff,
  SignEntries,
  ReturnEntries,
  SupervisorAnswers,
  SupervisorLink,
];

@Module({
  imports: [PeopleModule, OrganizationsModule, NotificationsModule, EvidenceModule, TypeOrmModule.forFeature(entities)],
  controllers: [
    PracticePagesController,
    WhatCountsController,
    PracticeEntriesPagesController,
    PracticeSignOffsPagesController,
    SupervisorSignOffPagesController,
    SupervisorAnswersPagesController,
    SupervisorApiController,
    PracticeEntriesApiController,
    PracticeSignOffsApiController,
  ],
  providers: [
    ReadWhatCounts,
    practicePersonalData,
    PracticeEntryRepository,
    PracticeSumsRepository,
    PracticeSignOffRepository,
    ...entryWork,
    ...requestWork,
    ...signingWork,
    Practice,
  ],
  exports: [Practice],
})
export class PracticeModule {}
