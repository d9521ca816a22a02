import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { EligibilityApiController } from './http/eligibility.api.controller.js';
import { EligibilityPagesController } from './http/eligibility.pages.controller.js';
import { SchemesApiController } from './http/schemes.api.controller.js';
import { SchemesPagesController } from './http/schemes.pages.controller.js';
import { WhatIfApiController } from './http/what-if.api.controller.js';
import { WhatIfPagesController } from './http/what-if.pages.controller.js';
import { SchemeConfirmationEntity, SchemeVersionEntity } from './persistence/scheme-version.entity.js';
import { SchemeVersionRepository } from './persistence/scheme-version.repository.js';
import { Eligibility, SchemeContent, Schemes } from './schemes.public.js';
import { SchemeDrafts } from './scheme-drafts.public.js';
import { CompareSchemes } from './use-cases/compare-schemes.js';
import { CurrentSchemes } from './use-cases/current-schemes.js';
import { EvaluateEligibility } from './use-cases/evaluate-eligibility.js';
import { FindScheme } from './use-cases/find-scheme.js';
import { LoadSchemes } from './use-cases/load-schemes.js';
import { ReadOwnEligibility } from './use-cases/read-own-eligibility.js';
import { PublishVersion } from './use-cases/publish-version.js';
import { PersonEvidence } from './use-cases/person-evidence.js';
import { ReadScheme } from './use-cases/read-scheme.js';
import { SourcesFile } from './use-cases/sources-file.js';
import { WordingFile } from './use-cases/wording-file.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SchemeVersionEntity, SchemeConfirmationEntity]),
    EvidenceModule,
    OrganizationsModule,
  ],
  controllers: [
    EligibilityPagesController,
    EligibilityApiController,
    SchemesPagesController,
    SchemesApiController,
    WhatIfPagesController,
    WhatIfApiController,
  ],
  providers: [
    SchemeVersionRepository,
    WordingFile,
    FindScheme,
    CurrentSchemes,
    CompareSchemes,
    ReadScheme,
    SourcesFile,
    PersonEvidence,
    ReadOwnEligibility,
    EvaluateEligibility,
    LoadSchemes,
    PublishVersion,
    Schemes,
    Eligibility,
    SchemeContent,
    SchemeDrafts,
  ],
  exports: [Schemes, Eligibility, SchemeContent, SchemeDrafts],
})
export class SchemesModule {}
