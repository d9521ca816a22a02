import { Foundation20261121000000 } from './20261121000000-foundation.js';
import { People20261121000100 } from './20261121000100-people.js';
import { Organizations20261121000200 } from './20261121000200-organizations.js';
import { Notifications20261121000250 } from './20261121000250-notifications.js';
import { Evidence20261121000300 } from './20261121000300-evidence.js';
import { Schemes20261121000310 } from './20261121000310-schemes.js';
import { Competencies20261121000400 } from './20261121000400-competencies.js';
import { Quizzes20261121000500 } from './20261121000500-quizzes.js';
import { Courses20261121000600 } from './20261121000600-courses.js';
import { Practice20261121000700 } from './20261121000700-practice.js';
import { Certification20261121000800 } from './20261121000800-certification.js';
import { Credentials20261121000900 } from './20261121000900-credentials.js';
import { Renewals20261121001000 } from './20261121001000-renewals.js';
import { Employers20261121001100 } from './20261121001100-employers.js';
import { Operations20261121001200 } from './20261121001200-operations.js';
import { SecondFactorRemovals20261122000100 } from './20261122000100-second-factor-removals.js';
import { RenewalReturns20261122000200 } from './20261122000200-renewal-returns.js';
import { StagesAndReversals20261122000300 } from './20261122000300-stages-and-reversals.js';
import { CaseFiles20261122000400 } from './20261122000400-case-files.js';
import { ReferencesAndBackgroundChecks20261122000410 } from './20261122000410-references-and-background-checks.js';
import { BodyRules20261122000500 } from './20261122000500-body-rules.js';
import { ApplicationClock20261122000510 } from './20261122000510-application-clock.js';
import { KeptApart20261122000520 } from './20261122000520-kept-apart.js';
import { Invoices20261122000530 } from './20261122000530-invoices.js';
import { SchemeWithdrawals20261122000540 } from './20261122000540-scheme-withdrawals.js';
import { Conduct20261122000600 } from './20261122000600-conduct.js';
import { ApprovedTraining20261122000700 } from './20261122000700-approved-training.js';
import { ExamCentres20261122000710 } from './20261122000710-exam-centres.js';
import { SchemeChanges20261122000800 } from './20261122000800-scheme-changes.js';
import { ApplicationScope20261122000900 } from './20261122000900-application-scope.js';
import { NotActive20261122000930 } from './20261122000930-not-active.js';
import { SharedEvidence20261122001100 } from './20261122001100-shared-evidence.js';
import { OutcomesInTheRegister20261122001300 } from './20261122001300-outcomes-in-the-register.js';
import { RenewalDenials20261122001310 } from './20261122001310-renewal-denials.js';
import { ApprovedCoursesTaughtHere20261122001400 } from './20261122001400-approved-courses-taught-here.js';
import { WaiverEndingsAndFirstReaders20261122001410 } from './20261122001410-waiver-endings-and-first-readers.js';
import { CoursePictures20261122001600 } from './20261122001600-course-pictures.js';
import { CourseWithdrawalsAndPauses20261122001610 } from './20261122001610-course-withdrawals-and-pauses.js';
import { Cohorts20261122001620 } from './20261122001620-cohorts.js';
import { LessonTime20261122001630 } from './20261122001630-lesson-time.js';
import { Erasure20261122001690 } from './20261122001690-erasure.js';
import { ItemBank20261122001700 } from './20261122001700-item-bank.js';
import { StandardSetting20261122001710 } from './20261122001710-standard-setting.js';
import { TeachingAndItems20261122001720 } from './20261122001720-teaching-and-items.js';
import { Exams20261122001800 } from './20261122001800-exams.js';
import { Accommodations20261122001810 } from './20261122001810-accommodations.js';
import { Authoring20261122001900 } from './20261122001900-authoring.js';
import { LetterLanguage20261122002000 } from './20261122002000-letter-language.js';
import { FormStatistics20261122002101 } from './20261122002101-form-statistics.js';
import { ContentHashes20261122002200 } from './20261122002200-content-hashes.js';
import { ExamChallenges20261122002300 } from './20261122002300-exam-challenges.js';
import { ExamRescoring20261122002301 } from './20261122002301-exam-rescoring.js';
import { AccommodationRequests20261122002310 } from './20261122002310-accommodation-requests.js';
import { ExamBreaks20261122002311 } from './20261122002311-exam-breaks.js';
import { SupportLines20261122002340 } from './20261122002340-support-lines.js';
import { PicturesOfDrafts20261122002341 } from './20261122002341-pictures-of-drafts.js';
import { ProviderAdministrators20261122002342 } from './20261122002342-provider-administrators.js';
import { CaseFilesTold20261122002360 } from './20261122002360-case-files-told.js';
import { CompletionCertificates20261122002400 } from './20261122002400-completion-certificates.js';
import { SealedReadings20261122002430 } from './20261122002430-sealed-readings.js';
import { OutagesAndLateAnswers20261122002460 } from './20261122002460-outages-and-late-answers.js';
import { Aims20261122002470 } from './20261122002470-aims.js';
import { ContentAndItems20261122002480 } from './20261122002480-content-and-items.js';
import { RetakeForms20261122002481 } from './20261122002481-retake-forms.js';
import { ExamsAndTheirRules20261122002482 } from './20261122002482-exams-and-their-rules.js';
import { StatementsInOtherLanguages20261122002510 } from './20261122002510-statements-in-other-languages.js';
import { LateQuizAnswers20261122002540 } from './20261122002540-late-quiz-answers.js';
import { PublicLines20261122002550 } from './20261122002550-public-lines.js';
import { RegisterEntries20261122002600 } from './20261122002600-register-entries.js';
import { Proctors20261122002500 } from './20261122002500-proctors.js';
import { ExamRooms20261122002501 } from './20261122002501-exam-rooms.js';

/** Every migration, oldest first. Listed by class, so that order and content are the same from source and from dist. */
export const migrations = [
  Foundation20261121000000,
  People20261121000100,
  Organizations20261121000200,
  Notifications20261121000250,
  Evidence20261121000300,
  Schemes20261121000310,
  Competencies20261121000400,
  Quizzes20261121000500,
  Courses20261121000600,
  Practice20261121000700,
  Certification20261121000800,
  Credentials20261121000900,
  Renewals20261121001000,
  Employers20261121001100,
  Operations20261121001200,
  SecondFactorRemovals20261122000100,
  RenewalReturns20261122000200,
  StagesAndReversals20261122000300,
  CaseFiles20261122000400,
  ReferencesAndBackgroundChecks20261122000410,
  BodyRules20261122000500,
  ApplicationClock20261122000510,
  KeptApart20261122000520,
  Invoices20261122000530,
  SchemeWithdrawals20261122000540,
  Conduct20261122000600,
  ApprovedTraining20261122000700,
  ExamCentres20261122000710,
  SchemeChanges20261122000800,
  ApplicationScope20261122000900,
  NotActive20261122000930,
  SharedEvidence20261122001100,
  OutcomesInTheRegister20261122001300,
  RenewalDenials20261122001310,
  ApprovedCoursesTaughtHere20261122001400,
  WaiverEndingsAndFirstReaders20261122001410,
  CoursePictures20261122001600,
  CourseWithdrawalsAndPauses20261122001610,
  Cohorts20261122001620,
  LessonTime20261122001630,
  Erasure20261122001690,
  ItemBank20261122001700,
  StandardSetting20261122001710,
  TeachingAndItems20261122001720,
  Exams20261122001800,
  Accommodations20261122001810,
  Authoring20261122001900,
  LetterLanguage20261122002000,
  FormStatistics20261122002101,
  ContentHashes20261122002200,
  ExamChallenges20261122002300,
  ExamRescoring20261122002301,
  AccommodationRequests20261122002310,
  ExamBreaks20261122002311,
  SupportLines20261122002340,
  PicturesOfDrafts20261122002341,
  ProviderAdministrators20261122002342,
  CaseFilesTold20261122002360,
  CompletionCertificates20261122002400,
  SealedReadings20261122002430,
  OutagesAndLateAnswers20261122002460,
  Aims20261122002470,
  ContentAndItems20261122002480,
  RetakeForms20261122002481,
  ExamsAndTheirRules20261122002482,
  StatementsInOtherLanguages20261122002510,
  LateQuizAnswers20261122002540,
  PublicLines20261122002550,
  RegisterEntries20261122002600,
  Proctors20261122002500,
  ExamRooms20261122002501,
];
