import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { EligibilityApiController } from './http/eligibility.api.controller.js';
import { EligibilityPagesController } from './http/eligibility.pages.controller.js';
import { SchemeConfirmationEntity, SchemeVersionEntity } from './persistence/scheme-version.entity.js';
import { SchemeVersionRepository } from './persistence/scheme-version.repository.js';
import { Eligibility, SchemeContent, Schemes } from './schemes.public.js';
import { EvaluateEligibility } from './use-cases/evaluate-eligibility.js';
import { FindScheme } from './use-cases/find-scheme.js';
import { LoadSchemes } from './use-cases/load-schemes.js';
import { ReadOwnEligibility } from './use-cases/read-own-eligibility.js';
import { WordingFile } from './use-cases/wording-file.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SchemeVersionEntity, SchemeConfirmationEntity]),
    EvidenceModule,
    OrganizationsModule,
  ],
  controllers: [EligibilityPagesController, EligibilityApiController],
  providers: [
    SchemeVersionRepository,
    WordingFile,
    FindScheme,
    ReadOwnEligibility,
    EvaluateEligibility,
    LoadSchemes,
    Schemes,
    Eligibility,
    SchemeContent,
  ],
  exports: [Schemes, Eligibility, SchemeContent],
})
export class SchemesModule {}
