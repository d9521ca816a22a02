import { CaseWorkApiController } from './http/case-work.api.controller.js';
import { CaseWorkPagesController } from './http/case-work.pages.controller.js';
import { ConflictsApiController } from './http/conflicts.api.controller.js';
import { ConflictsPagesController } from './http/conflicts.pages.controller.js';
import { DecisionTimesController } from './http/decision-times.pages.controller.js';
import { InvoiceDeskPagesController } from './http/invoice-desk.pages.controller.js';
import { InvoicesApiController } from './http/invoices.api.controller.js';
import { InvoicesPagesController } from './http/invoices.pages.controller.js';
import { SchemeWithdrawalsApiController } from './http/scheme-withdrawals.api.controller.js';
import { SchemeWithdrawalsPagesController } from './http/scheme-withdrawals.pages.controller.js';
import { WaiverEndingsController } from './http/waiver-endings.controller.js';
import { Invoices } from './invoices.public.js';
import { DeclaredConflictEndEntity, DeclaredConflictEntity } from './persistence/declared-conflict.entity.js';
import { DeclaredConflictRepository } from './persistence/declared-conflict.repository.js';
import { InvoiceEntity, InvoiceEventEntity } from './persistence/invoice.entity.js';
import { InvoiceRepository } from './persistence/invoice.repository.js';
import { SchemeWithdrawalEntity } from './persistence/scheme-withdrawal.entity.js';
import { SchemeWithdrawalRepository } from './persistence/scheme-withdrawal.repository.js';
import { RequirementWaiverEndEntity, RequirementWaiverEntity } from './persistence/waiver.entity.js';
import { WaiverRepository } from './persistence/waiver.repository.js';
import { Separation } from './separation.public.js';
import { AnnounceInvoice } from './use-cases/announce-invoice.js';
import { AskFees } from './use-cases/ask-fees.js';
import { DeclareConflict } from './use-cases/declare-conflict.js';
import { FollowStep } from './use-cases/follow-step.js';
import { IssueInvoice } from './use-cases/issue-invoice.js';
import { MayReview } from './use-cases/may-review.js';
import { ReadConflicts } from './use-cases/read-conflicts.js';
import { ReadDecisionTimes } from './use-cases/read-decision-times.js';
import { ReadInvoices } from './use-cases/read-invoices.js';
import { ReadSeparation } from './use-cases/read-separation.js';
import { ReadWork } from './use-cases/read-work.js';
import { SettleInvoice } from './use-cases/settle-invoice.js';
import { StoreWaiver } from './use-cases/store-waiver.js';
import { ReadWithdrawal, WithdrawalParties } from './use-cases/read-withdrawal.js';
import { StoreWaiverEnd, TakeBackWaiver } from './use-cases/take-back-waiver.js';
import { WaiveRequirement } from './use-cases/waive-requirement.js';
import { WithdrawScheme } from './use-cases/withdraw-scheme.js';

/** What goes on around applications: fees, waivers, declared conflicts, the times of decisions, withdrawn schemes. */
export const workEntities = [
  DeclaredConflictEntity,
  DeclaredConflictEndEntity,
  RequirementWaiverEntity,
  RequirementWaiverEndEntity,
  InvoiceEntity,
  InvoiceEventEntity,
  SchemeWithdrawalEntity,
];

export const workControllers = [
  CaseWorkApiController,
  CaseWorkPagesController,
  ConflictsApiController,
  ConflictsPagesController,
  DecisionTimesController,
  InvoiceDeskPagesController,
  InvoicesApiController,
  InvoicesPagesController,
  SchemeWithdrawalsApiController,
  SchemeWithdrawalsPagesController,
  WaiverEndingsController,
];

export const workProviders = [
  DeclaredConflictRepository,
  WaiverRepository,
  InvoiceRepository,
  SchemeWithdrawalRepository,
  AnnounceInvoice,
  AskFees,
  DeclareConflict,
  FollowStep,
  IssueInvoice,
  ReadConflicts,
  ReadDecisionTimes,
  ReadInvoices,
  ReadSeparation,
  ReadWork,
  MayReview,
  SettleInvoice,
  StoreWaiver,
  WaiveRequirement,
  WithdrawScheme,
  ReadWithdrawal,
  WithdrawalParties,
  TakeBackWaiver,
  StoreWaiverEnd,
  Invoices,
  Separation,
];
