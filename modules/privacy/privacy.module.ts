import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { projectRoot } from '../../src/config/project-root.js';
import { YamlSource } from '../../src/platform/content/yaml-source.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Retention, retentionSchema } from './domain/retention.js';
import { CopyFlow, CopyPlace } from './http/copy.flow.js';
import { ErasureFlow } from './http/erasure.flow.js';
import { DeskErasures, ErasuresApiController, ErasuresPagesController } from './http/erasures.controller.js';
import { OwnDataApiController, OwnDataPagesController } from './http/own-data.pages.controller.js';
import { CarryOutErasureProcessor } from './jobs/carry-out-erasure.processor.js';
import { DisposeSchedule } from './jobs/dispose.schedule.js';
import { ErasureEntity, ErasureFileEntity } from './persistence/erasure.entity.js';
import { ErasureRepository } from './persistence/erasure.repository.js';
import { privacyPersonalData } from './privacy.personal-data.js';
import { AnswerErasure, ReadDeskErasures } from './use-cases/answer-erasure.js';
import { AskErasure, LegalFiles, TakeBackErasure } from './use-cases/ask-erasure.js';
import { CarryOutErasure, RemoveNames } from './use-cases/carry-out-erasure.js';
import { AskForCopy, CopyOwnData } from './use-cases/copy-own-data.js';
import { DisposeRows } from './use-cases/dispose-rows.js';
import { ErasureMachine, ErasureTrail } from './use-cases/erasure-trail.js';
import { OwnDataSurroundings, ReadOwnData } from './use-cases/read-own-data.js';

/** @throws Error that names file, line and reason, when content/retention.yaml cannot be read */
function readRetention(): Retention {
  const file = 'content/retention.yaml';
  const source = new YamlSource({ file, text: readFileSync(join(projectRoot, file), 'utf8') });
  const content = source.read(retentionSchema);
  if (!content) throw new Error(source.faults.map(({ line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
  return new Retention(content);
}

@Module({
  imports: [
    TypeOrmModule.forFeature([ErasureEntity, ErasureFileEntity]),
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
  ],
  controllers: [OwnDataPagesController, OwnDataApiController, ErasuresPagesController, ErasuresApiController],
  providers: [
    privacyPersonalData,
    { provide: Retention, useFactory: readRetention },
    ErasureRepository,
    OwnDataSurroundings,
    ReadOwnData,
    AskForCopy,
    CopyOwnData,
    CopyPlace,
    CopyFlow,
    ErasureMachine,
    ErasureTrail,
    LegalFiles,
    AskErasure,
    TakeBackErasure,
    CarryOutErasure,
    CarryOutErasureProcessor,
    RemoveNames,
    DisposeRows,
    DisposeSchedule,
    AnswerErasure,
    ReadDeskErasures,
    ErasureFlow,
    DeskErasures,
  ],
})
export class PrivacyModule {}
