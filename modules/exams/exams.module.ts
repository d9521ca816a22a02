import { Module } from '@nestjs/common';
import { CertificationModule } from '../certification/certification.module.js';
import { CompetenciesModule } from '../competencies/competencies.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ItemBankModule } from '../item-bank/item-bank.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { QuizzesModule } from '../quizzes/quizzes.module.js';
import { SchemesModule } from '../schemes/schemes.module.js';
import { FormKeysModule } from './form-keys.module.js';
import { examsPersonalData } from './exams.personal-data.js';
import { AnswerIntake } from './http/answer-intake.js';
import { ContactsController } from './http/contacts.controller.js';
import { ExamDeskApiController, ExamFormsApiController } from './http/exam-desk.api.controller.js';
import { ExamDeskPagesController } from './http/exam-desk.pages.controller.js';
import { ExamSetupPagesController } from './http/exam-setup.pages.controller.js';
import { OwnExamsController } from './http/own-exams.controller.js';
import { PlainAnswers } from './http/plain-answers.js';
import { ProctorApiController } from './http/proctor.api.controller.js';
import { ProctorPagesController } from './http/proctor.pages.controller.js';
import { RoomsApiController } from './http/rooms.api.controller.js';
import { RoomsPagesController } from './http/rooms.pages.controller.js';
import {
  SittingAnswersApiController,
  SittingBreaksApiController,
  SittingsApiController,
} from './http/sittings.api.controller.js';
import { SittingBreaksPagesController, SittingsPagesController } from './http/sittings.pages.controller.js';
import { CloseOverdueSittingProcessor } from './jobs/close-overdue-sitting.processor.js';
import { AnswerRepository } from './persistence/answer.repository.js';
import { BreakRepository } from './persistence/break.repository.js';
import { ExamRepository } from './persistence/exam.repository.js';
import { FormRepository } from './persistence/form.repository.js';
import { LateAnswerRepository } from './persistence/late-answer.repository.js';
import { OutageRepository } from './persistence/outage.repository.js';
import { RoomRepository } from './persistence/room.repository.js';
import { SittingRepository } from './persistence/sitting.repository.js';
import { VoidRepository } from './persistence/void.repository.js';
import { AfterEndTrail, SittingWords } from './use-cases/after-end-trail.js';
import { CloseOverdueSitting } from './use-cases/close-overdue-sitting.js';
import { CloseSitting, ReportSitting, ScoreAnswers } from './use-cases/close-sitting.js';
import { CheckInCandidate } from './use-cases/check-in-candidate.js';
import { ExamGate, SeenItems } from './use-cases/exam-gate.js';
import { ExamRows } from './use-cases/exam-rows.js';
import { ExamTexts } from './use-cases/exam-texts.js';
import { ExamTrail } from './use-cases/exam-trail.js';
import { HandOverLateAnswers, LateAnswerShelf } from './use-cases/hand-over-late-answers.js';
import { KeepContact } from './use-cases/keep-contact.js';
import { MakeForm } from './use-cases/make-form.js';
import { HelpInRoom } from './use-cases/help-in-room.js';
import { ExpectedPeople } from './use-cases/expected-people.js';
import { ProctorRoom } from './use-cases/proctor-room.js';
import { Proctors } from './use-cases/proctors.js';
import { ReadRoom, RoomSight } from './use-cases/read-room.js';
import { RoomActs } from './use-cases/room-acts.js';
import { ReadInterruptions } from './use-cases/read-interruptions.js';
import { ReadExamDesk } from './use-cases/read-exam-desk.js';
import { ReadExamSetup } from './use-cases/read-exam-setup.js';
import { ReadOwnExams } from './use-cases/read-own-exams.js';
import { ReadSitting } from './use-cases/read-sitting.js';
import { SaveAnswers } from './use-cases/save-answers.js';
import { ExamGround, SetUpExam } from './use-cases/set-up-exam.js';
import { SettleForm } from './use-cases/settle-form.js';
import { SittingShapes } from './use-cases/sitting-shapes.js';
import { BeforeSitting, StartSitting } from './use-cases/start-sitting.js';
import { TakeBreak } from './use-cases/take-break.js';
import { SubmitSitting } from './use-cases/submit-sitting.js';
import { TurnRoom } from './use-cases/turn-room.js';
import { VoidAfterEnd, VoidRows } from './use-cases/void-after-end.js';

@Module({
  imports: [
    PeopleModule,
    CompetenciesModule,
    EvidenceModule,
    OrganizationsModule,
    SchemesModule,
    QuizzesModule,
    ItemBankModule,
    NotificationsModule,
    CertificationModule,
    FormKeysModule,
  ],
  controllers: [
    OwnExamsController,
    SittingsPagesController,
    SittingBreaksPagesController,
    SittingsApiController,
    SittingBreaksApiController,
    SittingAnswersApiController,
    ContactsController,
    ExamDeskApiController,
    ExamFormsApiController,
    ProctorApiController,
    ExamSetupPagesController,
    ExamDeskPagesController,
    ProctorPagesController,
    RoomsPagesController,
    RoomsApiController,
  ],
  providers: [
    examsPersonalData,
    ExamRepository,
    FormRepository,
    SittingRepository,
    AnswerRepository,
    BreakRepository,
    OutageRepository,
    LateAnswerRepository,
    VoidRepository,
    RoomRepository,
    ExamRows,
    ExamTexts,
    ExamTrail,
    ExamGround,
    SetUpExam,
    MakeForm,
    SettleForm,
    ReadExamDesk,
    ReadExamSetup,
    SeenItems,
    ExamGate,
    ReadOwnExams,
    BeforeSitting,
    StartSitting,
    ReadSitting,
    SittingShapes,
    SaveAnswers,
    AnswerIntake,
    PlainAnswers,
    ScoreAnswers,
    ReportSitting,
    CloseSitting,
    SubmitSitting,
    TakeBreak,
    KeepContact,
    LateAnswerShelf,
    HandOverLateAnswers,
    CloseOverdueSitting,
    Proctors,
    ProctorRoom,
    ExpectedPeople,
    RoomSight,
    ReadRoom,
    TurnRoom,
    CheckInCandidate,
    HelpInRoom,
    ReadInterruptions,
    SittingWords,
    AfterEndTrail,
    VoidRows,
    VoidAfterEnd,
    RoomActs,
    CloseOverdueSittingProcessor,
  ],
})
export class ExamsModule {}
