import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { SchemeConfirmationEntity, SchemeVersionEntity } from './persistence/scheme-version.entity.js';
import { SchemeVersionRepository } from './persistence/scheme-version.repository.js';
import { Eligibility, SchemeContent, Schemes } from './schemes.public.js';
import { EvaluateEligibility } from './use-cases/evaluate-eligibility.js';
import { FindScheme } from './use-cases/find-scheme.js';
import { LoadSchemes } from './use-cases/load-schemes.js';
import { WordingFile } from './use-cases/wording-file.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SchemeVersionEntity, SchemeConfirmationEntity]),
    EvidenceModule,
    OrganizationsModule,
  ],
  providers: [
    SchemeVersionRepository,
    WordingFile,
    FindScheme,
    EvaluateEligibility,
    LoadSchemes,
    Schemes,
    Eligibility,
    SchemeContent,
  ],
  exports: [Schemes, Eligibility, SchemeContent],
})
export class SchemesModule {}
