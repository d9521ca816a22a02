import { Global, Module } from '@nestjs/common';
import { PageSurroundings } from '../../src/platform/http/surroundings.js';
import { PeopleModule } from '../people/people.module.js';
import { DemonstrationApiController } from './http/demonstration.api.controller.js';
import { ProductSurroundings } from './http/product-surroundings.js';

@Global()
@Module({
  imports: [PeopleModule],
  controllers: [DemonstrationApiController],
  providers: [{ provide: PageSurroundings, useClass: ProductSurroundings }],
  exports: [PageSurroundings],
})
export class PortalModule {}
