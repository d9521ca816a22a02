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
import { Register } from './credentials.public.js';
import { ProduceCertificateProcessor } from './jobs/produce-certificate.processor.js';
import { CredentialEntity, CredentialEventEntity, CredentialStateEntity } from './persistence/credential.entity.js';
import { CredentialRepository } from './persistence/credential.repository.js';
import { CertificateTemplateEntity, IssuanceEntity } from './persistence/issuance.entity.js';
import { IssuanceRepository } from './persistence/issuance.repository.js';
import { ChangeStatus } from './use-cases/change-status.js';
import { DescribeCredential } from './use-cases/describe-credential.js';
import { DrawNumber } from './use-cases/draw-number.js';
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
    ]),
    DocumentsModule,
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    EvidenceModule,
    SchemesModule,
    CertificationModule,
  ],
  providers: [
    CredentialRepository,
    IssuanceRepository,
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
    RenewCredential,
    ChangeStatus,
    NotifyHolder,
    SettleIssuance,
    ProduceCertificate,
    RemakeDocument,
    ReadRegister,
    ReadCertificate,
    ApplicationGrantedListener,
    ProduceCertificateProcessor,
    Register,
  ],
  exports: [Register],
})
export class CredentialsModule {}
