import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OpenApplications } from '../certification/open-applications.public.js';
import { Holders } from '../credentials/holders.public.js';
import { FactBatches } from '../evidence/fact-batches.public.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { DraftDecisionsApiController } from './http/draft-decisions.api.controller.js';
import { DraftDecisionsPagesController } from './http/draft-decisions.pages.controller.js';
import { SchemeChangesApiController } from './http/scheme-changes.api.controller.js';
import { SchemeChangesPagesController } from './http/scheme-changes.pages.controller.js';
import { TouchedPagesController } from './http/touched.pages.controller.js';
import { CountPartProcessor } from './jobs/count-part.processor.js';
import { ForgetResultsSchedule } from './jobs/forget-results.schedule.js';
import { ImpactDifferenceRepository } from './persistence/impact-difference.repository.js';
import { ImpactPreviewEntity } from './persistence/impact-preview.entity.js';
import { ImpactPreviewRepository } from './persistence/impact-preview.repository.js';
import { SchemeDraftEntity } from './persistence/scheme-draft.entity.js';
import { SchemeDraftRepository } from './persistence/scheme-draft.repository.js';
import { schemeChangesPersonalData } from './scheme-changes.personal-data.js';
import { AskPreview } from './use-cases/ask-preview.js';
import { BeginPreview } from './use-cases/begin-preview.js';
import { BringDraft } from './use-cases/bring-draft.js';
import { ClauseTitles } from './use-cases/clause-titles.js';
import { CompareBatch } from './use-cases/compare-batch.js';
import { ComparisonOf } from './use-cases/comparison-of.js';
import { CountPart } from './use-cases/count-part.js';
import { DecideDraft } from './use-cases/decide-draft.js';
import { FindDraft } from './use-cases/find-draft.js';
import { ForgetResults } from './use-cases/forget-results.js';
import { KeepDraft } from './use-cases/keep-draft.js';
import { PartResults } from './use-cases/part-results.js';
import { PublishDraft } from './use-cases/publish-draft.js';
import { ReadDraft } from './use-cases/read-draft.js';
import { ReadDrafts } from './use-cases/read-drafts.js';
import { ReadImpact } from './use-cases/read-impact.js';
import { ReadTouched } from './use-cases/read-touched.js';
import { ReadRulesOfDraft } from './use-cases/rules-of-draft.js';
import { SettleDraft } from './use-cases/settle-draft.js';
import { SettledDrafts } from './use-cases/settled-drafts.js';
import { Subjects } from './use-cases/subjects.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SchemeDraftEntity, ImpactPreviewEntity]),
    PeopleModule,
    OrganizationsModule,
    EvidenceModule,
    SchemesModule,
  ],
  controllers: [
    SchemeChangesPagesController,
    DraftDecisionsPagesController,
    TouchedPagesController,
    SchemeChangesApiController,
    DraftDecisionsApiController,
  ],
  providers: [
    schemeChangesPersonalData,
    // Doors of modules above that hold nothing and need nothing: each reader has its own.
    FactBatches,
    OpenApplications,
    Holders,
    SchemeDraftRepository,
    ImpactPreviewRepository,
    ImpactDifferenceRepository,
    FindDraft,
    ReadRulesOfDraft,
    SettleDraft,
    KeepDraft,
    BringDraft,
    SettledDrafts,
    PublishDraft,
    DecideDraft,
    Subjects,
    BeginPreview,
    AskPreview,
    ComparisonOf,
    CompareBatch,
    PartResults,
    CountPart,
    ClauseTitles,
    ReadImpact,
    ReadDraft,
    ReadDrafts,
    ReadTouched,
    ForgetResults,
    CountPartProcessor,
    ForgetResultsSchedule,
  ],
})
export class SchemeChangesModule {}
