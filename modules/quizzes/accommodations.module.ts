import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Accommodations } from './accommodations.public.js';
import { AccommodationsApiController, AccommodationsDeskApiController } from './http/accommodations.api.controller.js';
import { AccommodationsDeskPagesController } from './http/accommodations-desk.pages.controller.js';
import { AccommodationsPagesController } from './http/accommodations.pages.controller.js';
import { UnaskedGrantsApiController, UnaskedGrantsPagesController } from './http/unasked-grants.controller.js';
import { AccommodationRequestRepository } from './persistence/accommodation-request.repository.js';
import { AccommodationRepository } from './persistence/accommodation.repository.js';
import { AccommodationTrail } from './use-cases/accommodation-trail.js';
import { AnswerAccommodation } from './use-cases/answer-accommodation.js';
import { AskAccommodation } from './use-cases/ask-accommodation.js';
import { GrantAccommodation } from './use-cases/grant-accommodation.js';
import { GrantUnasked } from './use-cases/grant-unasked.js';
import { ReadAccommodations } from './use-cases/read-accommodations.js';

/** What is made easier for a person, in every quiz and every exam. */
@Module({
  imports: [PeopleModule, OrganizationsModule, NotificationsModule],
  controllers: [
    AccommodationsPagesController,
    AccommodationsDeskPagesController,
    AccommodationsApiController,
    AccommodationsDeskApiController,
    UnaskedGrantsPagesController,
    UnaskedGrantsApiController,
  ],
  providers: [
    Accommodations,
    AccommodationRepository,
    AccommodationRequestRepository,
    AccommodationTrail,
    AskAccommodation,
    AnswerAccommodation,
    GrantAccommodation,
    GrantUnasked,
    ReadAccommodations,
  ],
  exports: [Accommodations, AccommodationRepository],
})
export class AccommodationsModule {}
