import { Global, Module } from '@nestjs/common';
import { PageSurroundings } from '../../src/platform/http/surroundings.js';
import { CertificationModule } from '../certification/certification.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { DemonstrationApiController } from './http/demonstration.api.controller.js';
import { HelpPagesController } from './http/help.pages.controller.js';
import { HomePagesController } from './http/home.pages.controller.js';
import { ProductSurroundings } from './http/product-surroundings.js';
import { SignInsPagesController } from './http/sign-ins.pages.controller.js';
import { ReadTraineeHome } from './use-cases/read-trainee-home.js';
import { SchemeProgress } from './use-cases/scheme-progress.js';

/** Global for one thing: the platform's pages find their surroundings here. */
@Global()
@Module({
  imports: [PeopleModule, OrganizationsModule, SchemesModule, CoursesModule, CertificationModule, CredentialsModule],
  controllers: [HomePagesController, HelpPagesController, DemonstrationApiController, SignInsPagesController],
  providers: [{ provide: PageSurroundings, useClass: ProductSurroundings }, SchemeProgress, ReadTraineeHome],
  exports: [PageSurroundings],
})
export class PortalModule {}
