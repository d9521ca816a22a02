import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../../src/platform/access/authenticator.js';
import { PeopleModule } from '../people/people.module.js';
import { StaffPagesController } from './http/staff.pages.controller.js';
import { Organizations } from './organizations.public.js';
import { MembershipEntity } from './persistence/membership.entity.js';
import { MembershipRepository } from './persistence/membership.repository.js';
import { OrganizationEntity } from './persistence/organization.entity.js';
import { OrganizationRepository } from './persistence/organization.repository.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { AddMember } from './use-cases/add-member.js';
import { AppointStaff } from './use-cases/appoint-staff.js';
import { EndRole } from './use-cases/end-role.js';
import { FoundOrganization } from './use-cases/found-organization.js';
import { ReadStaff } from './use-cases/read-staff.js';

/** Global for one thing: the platform's guard finds its Authenticator here. */
@Global()
@Module({
  imports: [PeopleModule, TypeOrmModule.forFeature([OrganizationEntity, MembershipEntity])],
  controllers: [StaffPagesController],
  providers: [
    OrganizationRepository,
    MembershipRepository,
    FoundOrganization,
    AddMember,
    AppointStaff,
    EndRole,
    ReadStaff,
    Organizations,
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [Organizations, Authenticator],
})
export class OrganizationsModule {}
