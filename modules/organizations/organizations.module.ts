import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../../src/platform/access/authenticator.js';
import { PeopleModule } from '../people/people.module.js';
import { BodyRules } from './body-rules.public.js';
import { BodyRulesApiController } from './http/body-rules.api.controller.js';
import { BodyRulesPagesController } from './http/body-rules.pages.controller.js';
import { SupportLinesController } from './http/support-lines.controller.js';
import { staffApiOf } from './http/staff.api.controller.js';
import { staffPagesOf } from './http/staff.pages.controller.js';
import { organizationsPersonalData } from './organizations.personal-data.js';
import { Organizations } from './organizations.public.js';
import { BodyRulesRepository } from './persistence/body-rules.repository.js';
import { BodySettingEntity, HolidayEntity } from './persistence/body-setting.entity.js';
import { MembershipEntity } from './persistence/membership.entity.js';
import { MembershipRepository } from './persistence/membership.repository.js';
import { OrganizationEntity } from './persistence/organization.entity.js';
import { OrganizationRepository } from './persistence/organization.repository.js';
import { SupportLineEntity } from './persistence/support-line.entity.js';
import { SupportLineRepository } from './persistence/support-line.repository.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { AddMember } from './use-cases/add-member.js';
import { AppointStaff } from './use-cases/appoint-staff.js';
import { ChangeSetting } from './use-cases/change-setting.js';
import { EndRole } from './use-cases/end-role.js';
import { FoundOrganization } from './use-cases/found-organization.js';
import { KeepHolidays } from './use-cases/keep-holidays.js';
import { ReadBodyRules } from './use-cases/read-body-rules.js';
import { ReadStaff } from './use-cases/read-staff.js';
import { SetSupportLine } from './use-cases/set-support-line.js';
import { SupportLines } from './support-lines.public.js';

/** Global for one thing: the platform's guard finds its Authenticator here. */
@Global()
@Module({
  imports: [
    PeopleModule,
    TypeOrmModule.forFeature([
      OrganizationEntity,
      MembershipEntity,
      BodySettingEntity,
      HolidayEntity,
      SupportLineEntity,
    ]),
  ],
  controllers: [
    staffPagesOf('certifying-body'),
    staffPagesOf('training-provider'),
    staffApiOf('certifying-body'),
    staffApiOf('training-provider'),
    BodyRulesPagesController,
    BodyRulesApiController,
    SupportLinesController,
  ],
  providers: [
    organizationsPersonalData,
    OrganizationRepository,
    MembershipRepository,
    FoundOrganization,
    AddMember,
    AppointStaff,
    EndRole,
    ReadStaff,
    BodyRulesRepository,
    ChangeSetting,
    KeepHolidays,
    ReadBodyRules,
    SupportLineRepository,
    SetSupportLine,
    SupportLines,
    BodyRules,
    Organizations,
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [Organizations, BodyRules, SupportLines, Authenticator],
})
export class OrganizationsModule {}
