import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoursesModule } from '../courses/courses.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ItemBankModule } from '../item-bank/item-bank.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { cohortsPersonalData } from './cohorts.personal-data.js';
import { CohortsPagesController } from './http/cohorts.pages.controller.js';
import { InvitationsPagesController } from './http/invitations.pages.controller.js';
import { SessionsPagesController } from './http/sessions.pages.controller.js';
import { TeachingPagesController } from './http/teaching.pages.controller.js';
import { CohortsApiController } from './http/cohorts.api.controller.js';
import { GroupsPagesController } from './http/groups.pages.controller.js';
import { RoomsPagesController } from './http/rooms.pages.controller.js';
import { CancellationsController } from './http/cancellations.controller.js';
import { RoomsApiController } from './http/rooms.api.controller.js';
import { InvitingApiController } from './http/inviting.api.controller.js';
import { TeachingApiController } from './http/teaching.api.controller.js';
import { LapseOfferProcessor } from './jobs/lapse-offer.processor.js';
import { AttendanceEntity } from './persistence/attendance.entity.js';
import { CohortInstructorEntity } from './persistence/cohort-instructor.entity.js';
import { CohortPlaceEntity } from './persistence/cohort-place.entity.js';
import { CohortSessionEntity } from './persistence/cohort-session.entity.js';
import { CohortEntity } from './persistence/cohort.entity.js';
import { CohortRepository } from './persistence/cohort.repository.js';
import { CourseInvitationEntity } from './persistence/course-invitation.entity.js';
import { InvitationRepository } from './persistence/invitation.repository.js';
import { PlaceRepository } from './persistence/place.repository.js';
import { SessionCheckInEntity } from './persistence/session-check-in.entity.js';
import { SessionRepository } from './persistence/session.repository.js';
import { WaitingGroups } from './persistence/waiting.js';
import { AnswerInvitation, IntoCourse } from './use-cases/answer-invitation.js';
import { AnswerOffer } from './use-cases/answer-offer.js';
import { AskForPlace } from './use-cases/ask-for-place.js';
import { CancelSession } from './use-cases/cancel-session.js';
import { CheckIn } from './use-cases/check-in.js';
import { CohortTrail } from './use-cases/cohort-trail.js';
import { Colleagues } from './use-cases/colleagues.js';
import { CreditAttendance } from './use-cases/credit-attendance.js';
import { GivePlaces } from './use-cases/give-places.js';
import { GroupDesk } from './use-cases/group-desk.js';
import { Invite } from './use-cases/invite.js';
import { Inviting } from './use-cases/inviting.js';
import { LapseOffer } from './use-cases/lapse-offer.js';
import { LendAHand } from './use-cases/lend-a-hand.js';
import { MarkAttendance } from './use-cases/mark-attendance.js';
import { OpenCohort } from './use-cases/open-cohort.js';
import { OwnInvitation } from './use-cases/own-invitation.js';
import { Around } from './use-cases/around.js';
import { ReadCohorts } from './use-cases/read-cohorts.js';
import { ReadGroup } from './use-cases/read-group.js';
import { ReadRoom } from './use-cases/read-room.js';
import { ReadSessions } from './use-cases/read-sessions.js';
import { ReadStaff } from './use-cases/read-staff.js';
import { ReadInvitation } from './use-cases/read-invitation.js';
import { ReadTaughtCohort } from './use-cases/read-taught-cohort.js';
import { ReadTeaching } from './use-cases/read-teaching.js';
import { ScheduleSession } from './use-cases/schedule-session.js';
import { SessionDesk } from './use-cases/session-desk.js';
import { Teachers } from './use-cases/teachers.js';

@Module({
  imports: [
    PeopleModule,
    OrganizationsModule,
    NotificationsModule,
    EvidenceModule,
    ItemBankModule,
    CoursesModule,
    TypeOrmModule.forFeature([
      CohortEntity,
      CohortInstructorEntity,
      CohortPlaceEntity,
      CourseInvitationEntity,
      CohortSessionEntity,
      SessionCheckInEntity,
      AttendanceEntity,
    ]),
  ],
  controllers: [
    CohortsPagesController,
    InvitationsPagesController,
    SessionsPagesController,
    TeachingPagesController,
    CohortsApiController,
    GroupsPagesController,
    RoomsPagesController,
    TeachingApiController,
    RoomsApiController,
    CancellationsController,
    InvitingApiController,
  ],
  providers: [
    CohortRepository,
    PlaceRepository,
    InvitationRepository,
    SessionRepository,
    CohortTrail,
    Teachers,
    Colleagues,
    Inviting,
    OpenCohort,
    AskForPlace,
    AnswerOffer,
    GivePlaces,
    LapseOffer,
    LapseOfferProcessor,
    Invite,
    OwnInvitation,
    AnswerInvitation,
    IntoCourse,
    SessionDesk,
    ScheduleSession,
    CheckIn,
    MarkAttendance,
    CancelSession,
    CreditAttendance,
    Around,
    ReadCohorts,
    ReadSessions,
    ReadRoom,
    ReadGroup,
    ReadTaughtCohort,
    ReadInvitation,
    GroupDesk,
    ReadTeaching,
    ReadStaff,
    LendAHand,
    cohortsPersonalData,
    WaitingGroups,
  ],
  exports: [WaitingGroups],
})
export class CohortsModule {}
