import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../../src/config/config.js';
import { AccountDesk, WaitingRemovals } from './account-desk.public.js';
import { SecretBox } from './domain/secrets.js';
import { ContactsPagesController } from './http/contacts.pages.controller.js';
import { MeApiController } from './http/me.api.controller.js';
import { OwnPages } from './http/own-pages.js';
import { OwnPasswordFlow } from './http/own-password.flow.js';
import { PasswordLinkFlow } from './http/password-link.flow.js';
import { LetterLanguagePagesController } from './http/letter-language.pages.controller.js';
import { PasswordLinksApiController } from './http/password-links.api.controller.js';
import { PasswordResetsPagesController } from './http/password-resets.pages.controller.js';
import { ProfilePagesController } from './http/profile.pages.controller.js';
import { RegistrationApiController } from './http/registration.api.controller.js';
import { RegistrationFlow } from './http/registration.flow.js';
import { RegistrationPagesController } from './http/registration.pages.controller.js';
import { SecondFactorOff, SecondFactorOn } from './http/second-factor.flow.js';
import { SecondFactorView } from './http/second-factor.page.js';
import { SecondFactorPagesController } from './http/second-factor.pages.controller.js';
import { SecondFactorsApiController } from './http/second-factors.api.controller.js';
import { SecurityPagesController } from './http/security.pages.controller.js';
import { SessionsPagesController } from './http/sessions.pages.controller.js';
import { ConfirmationFlow, PasswordTry, SignInFlow } from './http/sign-in.flow.js';
import { SignInPagesController } from './http/sign-in.pages.controller.js';
import { TokensApiController } from './http/tokens.api.controller.js';
import { TidyAccountsSchedule } from './jobs/tidy-accounts.schedule.js';
import { peoplePersonalData } from './people.personal-data.js';
import { People, PeopleSetUp, Sessions } from './people.public.js';
import { AccountTokenEntity } from './persistence/account-token.entity.js';
import { AccountEntity } from './persistence/account.entity.js';
import { AccountRepository } from './persistence/account.repository.js';
import { ContactEntity } from './persistence/contact.entity.js';
import { ContactRepository } from './persistence/contact.repository.js';
import { KnownDeviceEntity } from './persistence/known-device.entity.js';
import { MailboxRecoveryEntity } from './persistence/mailbox-recovery.entity.js';
import { MailboxRecoveryRepository } from './persistence/mailbox-recovery.repository.js';
import { PersonNameEntity } from './persistence/person-name.entity.js';
import { PersonEntity } from './persistence/person.entity.js';
import { PersonRepository } from './persistence/person.repository.js';
import { RecoveryCodeEntity } from './persistence/recovery-code.entity.js';
import { RegistrationEntity } from './persistence/registration.entity.js';
import { RegistrationRepository } from './persistence/registration.repository.js';
import { SecondFactorRemovalEntity } from './persistence/second-factor-removal.entity.js';
import { SecondFactorRemovalRepository } from './persistence/second-factor-removal.repository.js';
import { SecondFactorEntity } from './persistence/second-factor.entity.js';
import { SecondFactorRepository } from './persistence/second-factor.repository.js';
import { SessionEntity } from './persistence/session.entity.js';
import { SessionRepository } from './persistence/session.repository.js';
import { SignInPaceEntity } from './persistence/sign-in-pace.entity.js';
import { SignInPaceRepository } from './persistence/sign-in-pace.repository.js';
import { PasswordHasher } from './secrets/password-hasher.js';
import { AccountLetters } from './use-cases/account-letters.js';
import { ChangePassword } from './use-cases/change-password.js';
import { CheckCode } from './use-cases/check-code.js';
import { ClaimTry, ClearTries } from './use-cases/claim-try.js';
import {
  ConfirmAddress,
  ConfirmContact,
  ConfirmRegistration,
  ReadVerification,
  ReplaceLostMailbox,
} from './use-cases/confirm-address.js';
import { ConfirmSession } from './use-cases/confirm-session.js';
import { AddContact, AddressChanged, ChoosePrimaryContact, OfferContact, RemoveContact } from './use-cases/contacts.js';
import { EnterDemonstrationPerson } from './use-cases/enter-demonstration-person.js';
import { EnterPerson, PersonRows } from './use-cases/enter-person.js';
import { FinishSignIn, TryCode, WelcomeIn } from './use-cases/finish-sign-in.js';
import { FinishWithCode } from './use-cases/finish-with-code.js';
import { InvitePerson } from './use-cases/invite-person.js';
import {
  ConfirmRemoval,
  ReadRemovalCase,
  ReadWaitingRemovals,
  RemoveLostSecondFactor,
} from './use-cases/lost-second-factor.js';
import { ChooseLetterLanguage } from './use-cases/letter-language.js';
import { RenamePerson } from './use-cases/names.js';
import { OpenSession } from './use-cases/open-session.js';
import { ReadPasswordSetting, ReplacePassword, TellPerson } from './use-cases/passwords.js';
import { RaiseSession } from './use-cases/raise-session.js';
import { ReadHalfSession } from './use-cases/read-half-session.js';
import { ReadProfile } from './use-cases/read-profile.js';
import { ReadPersonAtDesk } from './use-cases/read-person-at-desk.js';
import { RecordRecovery, RecoverMailbox } from './use-cases/recover-mailbox.js';
import { RecordRemoval, TakeSecondFactorAway } from './use-cases/remove-second-factor-at-desk.js';
import { RequireConfirmed } from './use-cases/require-confirmed.js';
import { ForgetAccess, ReadPasswordLink, RequestPasswordLink, ResetPassword } from './use-cases/reset-password.js';
import {
  ConfirmSecondFactor,
  GiveRecoveryCodes,
  OfferSecondFactor,
  RemoveSecondFactor,
  SecondFactorAdded,
  SecondFactorChanged,
} from './use-cases/second-factor.js';
import { EndOtherSessions, EndSession, ReadSessions } from './use-cases/sessions.js';
import { BeginSignIn, ReadSecondFactor } from './use-cases/sign-in.js';
import { StartRegistration } from './use-cases/start-registration.js';
import { TidyAccounts } from './use-cases/tidy-accounts.js';

const entities = [
  PersonEntity,
  PersonNameEntity,
  ContactEntity,
  AccountEntity,
  AccountTokenEntity,
  RegistrationEntity,
  SessionEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  KnownDeviceEntity,
  SignInPaceEntity,
  MailboxRecoveryEntity,
  SecondFactorRemovalEntity,
];

const repositories = [
  PersonRepository,
  ContactRepository,
  AccountRepository,
  RegistrationRepository,
  SessionRepository,
  SecondFactorRepository,
  SignInPaceRepository,
  MailboxRecoveryRepository,
  SecondFactorRemovalRepository,
];

const registering = [
  AccountLetters,
  PersonRows,
  EnterPerson,
  EnterDemonstrationPerson,
  InvitePerson,
  StartRegistration,
  ReadVerification,
  ConfirmRegistration,
  ReplaceLostMailbox,
  ConfirmContact,
  ConfirmAddress,
];

const signingIn = [
  PasswordHasher,
  {
    provide: SecretBox,
    inject: [CONFIG],
    useFactory: (config: Config) => new SecretBox(config.SECRET_KEY, config.SECRET_KEYS_BEFORE),
  },
  ClaimTry,
  ClearTries,
  BeginSignIn,
  ReadSecondFactor,
  CheckCode,
  TryCode,
  OpenSession,
  WelcomeIn,
  FinishSignIn,
  ReadHalfSession,
  FinishWithCode,
  RaiseSession,
  RequireConfirmed,
  ConfirmSession,
  ReadSessions,
  EndSession,
  EndOtherSessions,
];

/** Steps of the edge that stand between transactions, because they hash passwords. */
const flows = [
  PasswordTry,
  SignInFlow,
  ConfirmationFlow,
  RegistrationFlow,
  PasswordLinkFlow,
  OwnPasswordFlow,
  SecondFactorOn,
  SecondFactorOff,
  SecondFactorView,
  OwnPages,
];

const profile = [
  ReadProfile,
  RenamePerson,
  ChooseLetterLanguage,
  ReadPasswordSetting,
  TellPerson,
  ReplacePassword,
  ForgetAccess,
  RequestPasswordLink,
  ReadPasswordLink,
  ResetPassword,
  ChangePassword,
  OfferContact,
  AddContact,
  AddressChanged,
  ChoosePrimaryContact,
  RemoveContact,
  OfferSecondFactor,
  GiveRecoveryCodes,
  SecondFactorChanged,
  SecondFactorAdded,
  ConfirmSecondFactor,
  RemoveSecondFactor,
  TidyAccounts,
  TidyAccountsSchedule,
];

const desk = [
  ReadPersonAtDesk,
  RecordRecovery,
  RecoverMailbox,
  RecordRemoval,
  TakeSecondFactorAway,
  ReadWaitingRemovals,
  ReadRemovalCase,
  RemoveLostSecondFactor,
  ConfirmRemoval,
];

const doors = [People, Sessions, PeopleSetUp, AccountDesk, WaitingRemovals];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [
    SignInPagesController,
    TokensApiController,
    MeApiController,
    ContactsPagesController,
    LetterLanguagePagesController,
    PasswordLinksApiController,
    PasswordResetsPagesController,
    ProfilePagesController,
    RegistrationApiController,
    RegistrationPagesController,
    SecondFactorPagesController,
    SecondFactorsApiController,
    SecurityPagesController,
    SessionsPagesController,
  ],
  providers: [
    peoplePersonalData,
    ...repositories,
    ...registering,
    ...signingIn,
    ...profile,
    ...desk,
    ...flows,
    ...doors,
  ],
  exports: doors,
})
export class PeopleModule {}
