import { Module } from '@nestjs/common';
import { CompetenciesApiController } from './http/competencies.api.controller.js';
import { CompetenciesPagesController } from './http/competencies.pages.controller.js';
import { CompetencyRepository } from './persistence/competency.repository.js';
import { Competencies } from './use-cases/competencies.js';
import { LoadFrameworks } from './use-cases/load-frameworks.js';
import { ReadCoverage } from './use-cases/read-coverage.js';

@Module({
  controllers: [CompetenciesPagesController, CompetenciesApiController],
  providers: [CompetencyRepository, LoadFrameworks, ReadCoverage, Competencies],
  exports: [Competencies],
})
export class CompetenciesModule {}
