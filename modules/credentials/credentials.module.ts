import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsModule } from '../../src/platform/documents/documents.module.js';
import { CertificationModule } from '../certification/certification.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { ApplicationGrantedListener } from './application-granted.listener.js';
import { credentialsPersonalData } from './credentials.personal-data.js';
import { Register } from './credentials.public.js';
import { CredentialsApiController } from './http/credentials.api.controller.js';
import { CredentialsPagesController } from './http/credentials.pages.controller.js';
import { DocumentsPagesController } from './http/documents.pages.controller.js';
import { ExtensionsApiController } from './http/extensions.api.controller.js';
import { ExtensionsPagesController } from './http/extensions.pages.controller.js';
import { RegisterPagesController } from './http/register.pages.controller.js';
import { StatusChangesApiController } from './http/status-changes.api.controller.js';
import { StatusChangesPagesController } from './http/status-changes.pages.controller.js';
import { ProduceCertificateProcessor } from './jobs/produce-certificate.processor.js';
import { CredentialEntity, CredentialEventEntity, CredentialStateEntity } from './persistence/credential.entity.js';
import { CredentialRepository } from './persistence/credential.repository.js';
import { CertificateTemplateEntity, IssuanceEntity } from './persistence/issuance.entity.js';
import { ExtensionRequestEntity } from './persistence/extension-request.entity.js';
import { ExtensionRequestRepository } from './persistence/extension-request.repository.js';
import { IssuanceRepository } from './persistence/issuance.repository.js';
import { ChangeByRegistrar } from './use-cases/change-by-registrar.js';
import { ReadCredential } from './use-cases/read-credential.js';
import { ReadDocuments } from './use-cases/read-documents.js';
import { ReadOwnCredentials } from './use-cases/read-own-credentials.js';
import { ReverseLine } from './use-cases/reverse-line.js';
import { SearchRegister } from './use-cases/search-register.js';
import { ChangeStatus } from './use-cases/change-status.js';
import { DescribeCredential } from './use-cases/describe-credential.js';
import { AskExtension } from './use-cases/ask-extension.js';
import { DecideExtension } from './use-cases/decide-extension.js';
import { EnterExtension } from './use-cases/enter-extension.js';
import { FindNextExtension } from './use-cases/find-next-extension.js';
import { KeepExtension } from './use-cases/keep-extension.js';
import { OfferExtension } from './use-cases/offer-extension.js';
import { ReadExtensions } from './use-cases/read-extensions.js';
import { AdvanceCredential } from './use-cases/advance-credential.js';
import { DrawNumber } from './use-cases/draw-number.js';
import { EnterGrant } from './use-cases/enter-grant.js';
import { FrameChange } from './use-cases/frame-change.js';
import { IntendDocument } from './use-cases/intend-document.js';
import { IssueCredential } from './use-cases/issue-credential.js';
import { NotifyHolder } from './use-cases/notify-holder.js';
import { OpenTerm } from './use-cases/open-term.js';
import { PinTemplate } from './use-cases/pin-template.js';
import { ProduceCertificate } from './use-cases/produce-certificate.js';
import { ReadCertificate } from './use-cases/read-certificate.js';
import { ReadRegister } from './use-cases/read-register.js';
import { RecordLine } from './use-cases/record-line.js';
import { RemakeDocument } from './use-cases/remake-document.js';
import { RenewCredential } from './use-cases/renew-credential.js';
import { SettleIssuance } from './use-cases/settle-issuance.js';
import { SupersedeExpired } from './use-cases/supersede-expired.js';
import { WeighGrant } from './use-cases/weigh-grant.js';
import { WeighRenewal } from './use-cases/weigh-renewal.js';
import { WordDocument } from './use-cases/word-document.js';
import { WriteLine } from './use-cases/write-line.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CredentialEntity,
      CredentialEventEntity,
      CredentialStateEntity,
      IssuanceEntity,
      CertificateTemplateEntity,
      ExtensionRequestEntity,
    ]),
    DocumentsModule,
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    EvidenceModule,
    SchemesModule,
    CertificationModule,
  ],
  controllers: [
    CredentialsApiController,
    CredentialsPagesController,
    DocumentsPagesController,
    ExtensionsApiController,
    ExtensionsPagesController,
    RegisterPagesController,
    StatusChangesApiController,
    StatusChangesPagesController,
  ],
  providers: [
    credentialsPersonalData,
    CredentialRepository,
    IssuanceRepository,
    ExtensionRequestRepository,
    RecordLine,
    WriteLine,
    DrawNumber,
    DescribeCredential,
    SupersedeExpired,
    OpenTerm,
    WordDocument,
    PinTemplate,
    IntendDocument,
    IssueCredential,
    AdvanceCredential,
    AskExtension,
    DecideExtension,
    EnterExtension,
    FindNextExtension,
    KeepExtension,
    OfferExtension,
    ReadExtensions,
    EnterGrant,
    WeighGrant,
    WeighRenewal,
    RenewCredential,
    ChangeStatus,
    FrameChange,
    ReverseLine,
    NotifyHolder,
    SettleIssuance,
    ProduceCertificate,
    RemakeDocument,
    ReadRegister,
    ReadCertificate,
    ChangeByRegistrar,
    ReadCredential,
    ReadDocuments,
    ReadOwnCredentials,
    SearchRegister,
    ApplicationGrantedListener,
    ProduceCertificateProcessor,
    Register,
  ],
  exports: [Register],
})
export class CredentialsModule {}
