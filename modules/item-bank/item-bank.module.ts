import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../../src/config/config.js';
import { KeyRing } from '../../src/platform/sealing/sealing.js';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { BankWorkApiController } from './http/bank-work.api.controller.js';
import { BankWorkPagesController } from './http/bank-work.pages.controller.js';
import { ItemPagesController } from './http/item.pages.controller.js';
import { ItemsApiController } from './http/items.api.controller.js';
import { ItemsPagesController } from './http/items.pages.controller.js';
import { JudgingApiController } from './http/judging.api.controller.js';
import { JudgingPagesController } from './http/judging.pages.controller.js';
import { StudiesApiController } from './http/studies.api.controller.js';
import { StudiesPagesController } from './http/studies.pages.controller.js';
import { ItemBank } from './item-bank.public.js';
import { RewrapItemKeysSchedule } from './jobs/rewrap-item-keys.schedule.js';
import { ApartRepository } from './persistence/apart.repository.js';
import { BankItemEntity, BankItemEventEntity, BankItemVersionEntity } from './persistence/bank-item.entity.js';
import { EnemyRepository } from './persistence/enemy.repository.js';
import { ItemListRepository } from './persistence/item-list.repository.js';
import { ItemRepository } from './persistence/item.repository.js';
import { NumbersRepository } from './persistence/numbers.repository.js';
import { ReadingRepository } from './persistence/reading.repository.js';
import { AngoffStudyEntity, AngoffStudyEventEntity } from './persistence/study.entity.js';
import { StudyRepository } from './persistence/study.repository.js';
import { BankAccess } from './use-cases/bank-access.js';
import { BankParties } from './use-cases/bank-parties.js';
import { CheckItem } from './use-cases/check-item.js';
import { CompareVersions } from './use-cases/compare-versions.js';
import { FindItem } from './use-cases/find-item.js';
import { FindStudy, StudyJudges } from './use-cases/find-study.js';
import { ImportItems } from './use-cases/import-items.js';
import { ItemDesk } from './use-cases/item-desk.js';
import { ItemShelf } from './use-cases/item-shelf.js';
import { JudgeItems } from './use-cases/judge-items.js';
import { MoveItem } from './use-cases/move-item.js';
import { MoveStudy } from './use-cases/move-study.js';
import { NameEnemies } from './use-cases/name-enemies.js';
import { PrepareStudy } from './use-cases/prepare-study.js';
import { ReadCutScores } from './use-cases/read-cut-scores.js';
import { ReadItem } from './use-cases/read-item.js';
import { ReadItemList } from './use-cases/read-item-list.js';
import { ReadReadings } from './use-cases/read-readings.js';
import { ReadStudies } from './use-cases/read-studies.js';
import { RewrapItemKeys } from './use-cases/rewrap-item-keys.js';
import { SealedItems } from './use-cases/sealed-items.js';
import { ServeExams } from './use-cases/serve-exams.js';
import { StoreItem } from './use-cases/store-item.js';
import { TellAuthor } from './use-cases/tell-author.js';
import { WriteItem } from './use-cases/write-item.js';
import { WaitingItems } from './waiting.public.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      BankItemEntity,
      BankItemVersionEntity,
      BankItemEventEntity,
      AngoffStudyEntity,
      AngoffStudyEventEntity,
    ]),
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    CompetenciesModule,
  ],
  // The more particular addresses first: "judging" and "studies" are no items.
  controllers: [
    BankWorkPagesController,
    StudiesPagesController,
    JudgingPagesController,
    ItemsPagesController,
    ItemPagesController,
    BankWorkApiController,
    StudiesApiController,
    JudgingApiController,
    ItemsApiController,
  ],
  providers: [
    {
      provide: KeyRing,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        new KeyRing([config.SECRET_KEY, ...config.SECRET_KEYS_BEFORE], 'goodstanding item bank'),
    },
    ApartRepository,
    ItemRepository,
    ItemListRepository,
    EnemyRepository,
    NumbersRepository,
    ReadingRepository,
    StudyRepository,
    BankAccess,
    BankParties,
    SealedItems,
    CheckItem,
    StoreItem,
    FindItem,
    WriteItem,
    TellAuthor,
    MoveItem,
    ItemShelf,
    ReadItem,
    ReadItemList,
    ItemDesk,
    CompareVersions,
    NameEnemies,
    ImportItems,
    ReadReadings,
    StudyJudges,
    FindStudy,
    PrepareStudy,
    MoveStudy,
    JudgeItems,
    ReadStudies,
    ReadCutScores,
    ServeExams,
    RewrapItemKeys,
    RewrapItemKeysSchedule,
    WaitingItems,
    ItemBank,
  ],
  exports: [ItemBank, WaitingItems],
})
export class ItemBankModule {}
