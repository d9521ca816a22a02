import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../../src/config/config.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { caseFilesPersonalData } from './case-files.personal-data.js';
import { CaseFiles, SealedReading } from './case-files.public.js';
import { KeyRing } from '../../src/platform/sealing/sealing.js';
import { CaseFilesApiController } from './http/case-files.api.controller.js';
import { CaseFilesPagesController, OwnCaseFilesPagesController } from './http/case-files.pages.controller.js';
import { ReadingsApiController, ReadingsPagesController } from './http/readings.controller.js';
import { DisposeFilesSchedule } from './jobs/dispose-files.schedule.js';
import { RewrapKeysSchedule } from './jobs/rewrap-keys.schedule.js';
import {
  CaseFileDocumentEntity,
  CaseFileEntity,
  CaseFileReaderEntity,
  CaseFileReadingEntity,
} from './persistence/case-file.entity.js';
import { CaseFileReaderRepository } from './persistence/case-file-reader.repository.js';
import { CaseFileRepository } from './persistence/case-file.repository.js';
import { AddDocument } from './use-cases/add-document.js';
import { DisposeFiles } from './use-cases/dispose-files.js';
import { FileClock } from './use-cases/file-clock.js';
import { NameReaders } from './use-cases/name-readers.js';
import { NameFirstReaders } from './use-cases/name-first-readers.js';
import { OpenFile, OpeningRecord } from './use-cases/open-file.js';
import { ReadOwnFiles } from './use-cases/read-own-files.js';
import { FileShelf, ReadCaseFiles } from './use-cases/read-case-files.js';
import { ReadFile } from './use-cases/read-file.js';
import { ReaderRules } from './use-cases/reader-rules.js';
import { RewrapKeys } from './use-cases/rewrap-keys.js';
import { SetRetention } from './use-cases/set-retention.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CaseFileEntity, CaseFileDocumentEntity, CaseFileReaderEntity, CaseFileReadingEntity]),
    PeopleModule,
    OrganizationsModule,
  ],
  controllers: [
    CaseFilesPagesController,
    OwnCaseFilesPagesController,
    ReadingsPagesController,
    ReadingsApiController,
    CaseFilesApiController,
  ],
  providers: [
    caseFilesPersonalData,
    {
      provide: KeyRing,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        new KeyRing([config.SECRET_KEY, ...config.SECRET_KEYS_BEFORE], 'goodstanding case files'),
    },
    CaseFileRepository,
    CaseFileReaderRepository,
    FileClock,
    OpenFile,
    OpeningRecord,
    NameFirstReaders,
    AddDocument,
    ReaderRules,
    ReadFile,
    NameReaders,
    SetRetention,
    DisposeFiles,
    DisposeFilesSchedule,
    RewrapKeys,
    RewrapKeysSchedule,
    FileShelf,
    ReadOwnFiles,
    ReadCaseFiles,
    SealedReading,
    CaseFiles,
  ],
  exports: [CaseFiles],
})
export class CaseFilesModule {}
