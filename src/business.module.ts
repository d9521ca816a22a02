import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../modules/competencies/competencies.module.js';
import { NotificationsModule } from '../modules/notifications/notifications.module.js';
import { OrganizationsModule } from '../modules/organizations/organizations.module.js';
import { PeopleModule } from '../modules/people/people.module.js';
import { PortalModule } from '../modules/portal/portal.module.js';
import { QuizzesModule } from '../modules/quizzes/quizzes.module.js';

/** The business, in the order in which modules may know each other: each only those above it. */
@Module({
  imports: [PeopleModule, OrganizationsModule, NotificationsModule, CompetenciesModule, QuizzesModule, PortalModule],
})
export class BusinessModule {}
