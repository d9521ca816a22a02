import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { ItemBankModule } from '../item-bank/item-bank.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { FormKeysModule } from './form-keys.module.js';
import { StatisticsApiController } from './http/statistics.api.controller.js';
import { StatisticsPagesController } from './http/statistics.pages.controller.js';
import { FormStatisticsProcessor } from './jobs/form-statistics.processor.js';
import { FormStatisticsSchedule } from './jobs/form-statistics.schedule.js';
import { StatisticsRepository } from './persistence/statistics.repository.js';
import { ComputeFormStatistics } from './use-cases/compute-form-statistics.js';
import { DomainTitles } from './use-cases/domain-titles.js';
import { RefreshFormStatistics } from './use-cases/refresh-form-statistics.js';
import { ReadFormStatistics, RequestFormStatistics } from './use-cases/form-statistics-desk.js';

/** What comes after the sittings: how forms and items did. */
@Module({
  imports: [CompetenciesModule, OrganizationsModule, ItemBankModule, FormKeysModule],
  controllers: [StatisticsApiController, StatisticsPagesController],
  providers: [
    StatisticsRepository,
    ComputeFormStatistics,
    RequestFormStatistics,
    ReadFormStatistics,
    DomainTitles,
    RefreshFormStatistics,
    FormStatisticsProcessor,
    FormStatisticsSchedule,
  ],
})
export class ExamStatisticsModule {}
