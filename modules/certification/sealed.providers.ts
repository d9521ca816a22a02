import type { Provider, Type } from '@nestjs/common';
import { BackgroundAnswersPagesController } from './http/background-answers.pages.controller.js';
import { BackgroundChecksApiController } from './http/background-checks.api.controller.js';
import { BackgroundChecksPagesController } from './http/background-checks.pages.controller.js';
import { RefereeLink } from './http/referee-link.js';
import { RefereePagesController } from './http/referee.pages.controller.js';
import { ReferenceDeskPagesController } from './http/reference-desk.pages.controller.js';
import { ReferencesApiController } from './http/references.api.controller.js';
import { ReferencesPagesController } from './http/references.pages.controller.js';
import { EndBackgroundPausesSchedule } from './jobs/end-background-pauses.schedule.js';
import { RemindRefereesSchedule } from './jobs/remind-referees.schedule.js';
import { BackgroundAnswerEntity, BackgroundCheckEntity } from './persistence/background.entity.js';
import { BackgroundRepository } from './persistence/background.repository.js';
import { ReferenceLinkEntity, ReferenceRequestEntity } from './persistence/reference.entity.js';
import { ReferenceRepository } from './persistence/reference.repository.js';
import { AcceptReference } from './use-cases/accept-reference.js';
import { AnswerBackground, HearingCase } from './use-cases/answer-background.js';
import { AskBackgroundAnswer } from './use-cases/ask-background-answer.js';
import { AskReference } from './use-cases/ask-reference.js';
import { BackgroundCase } from './use-cases/background-case.js';
import { BackgroundHearing } from './use-cases/background-hearing.js';
import { BackgroundPause } from './use-cases/background-pause.js';
import { BackgroundTrail } from './use-cases/background-trail.js';
import { EndBackgroundPauses } from './use-cases/end-background-pauses.js';
import { OpenReference } from './use-cases/open-reference.js';
import { OwnApplication } from './use-cases/own-application.js';
import { ReadBackground } from './use-cases/read-background.js';
import { ReadReferences } from './use-cases/read-references.js';
import { RecordBackgroundCheck } from './use-cases/record-background-check.js';
import { RefereeRules } from './use-cases/referee-rules.js';
import { ReferenceDesk } from './use-cases/reference-desk.js';
import { ReferenceParties } from './use-cases/reference-parties.js';
import { ReferenceShelf } from './use-cases/reference-shelf.js';
import { ReferenceTrail } from './use-cases/reference-trail.js';
import { RemindReferees } from './use-cases/remind-referees.js';
import { SendReferenceLink } from './use-cases/send-reference-link.js';
import { WriteReference } from './use-cases/write-reference.js';

/** What leads into sealed case files: references by mailed link, and answers about a background check. */
export const sealedEntities: Type[] = [
  ReferenceRequestEntity,
  ReferenceLinkEntity,
  BackgroundCheckEntity,
  BackgroundAnswerEntity,
];

export const sealedControllers: Type[] = [
  ReferencesPagesController,
  ReferencesApiController,
  ReferenceDeskPagesController,
  RefereePagesController,
  BackgroundChecksPagesController,
  BackgroundAnswersPagesController,
  BackgroundChecksApiController,
];

export const sealedProviders: Provider[] = [
  ReferenceRepository,
  OwnApplication,
  RefereeRules,
  ReferenceParties,
  SendReferenceLink,
  ReferenceTrail,
  AskReference,
  OpenReference,
  WriteReference,
  RefereeLink,
  ReferenceDesk,
  AcceptReference,
  ReferenceShelf,
  ReadReferences,
  RemindReferees,
  RemindRefereesSchedule,
  BackgroundRepository,
  BackgroundTrail,
  BackgroundCase,
  BackgroundPause,
  RecordBackgroundCheck,
  AskBackgroundAnswer,
  HearingCase,
  AnswerBackground,
  BackgroundHearing,
  ReadBackground,
  EndBackgroundPauses,
  EndBackgroundPausesSchedule,
];
