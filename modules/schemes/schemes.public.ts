import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { EligibilityTree } from './domain/eligibility-tree.js';
import type { ExamStanding } from './domain/exam-standing.js';
import type { SchemeDefinition } from './domain/scheme-definition.js';
import type { SchemeVersion } from './domain/scheme-version.js';
import { versionForHolder } from './domain/terms/holder-version.js';
import { SchemeVersionRepository } from './persistence/scheme-version.repository.js';
import { schemeNotFound } from './schemes.errors.js';
import { CurrentSchemes, type CurrentScheme } from './use-cases/current-schemes.js';
import {
  EvaluateEligibility,
  type EligibilityQuestion,
  type Onward,
  type RenewalQuestion,
} from './use-cases/evaluate-eligibility.js';
import { FindScheme } from './use-cases/find-scheme.js';
import { LoadSchemes, type SchemeLoad } from './use-cases/load-schemes.js';
import { readSchemeFiles } from './use-cases/read-scheme-files.js';
import { checkSchemes } from './use-cases/scheme-content.js';
import type { Fault, SourceFile } from '../../src/platform/content/yaml-source.js';

export type { Clause, ClauseState, EligibilityTree, EvidenceRef, NotCounted } from './domain/eligibility-tree.js';
export { neededMinutes } from './domain/clauses/needed-minutes.js';
export { openBeforeExam } from './domain/open-before-exam.js';
export { scaleOf, type ExamScale } from './domain/definition/exam.js';
export type { SchemeDefinition } from './domain/scheme-definition.js';
export type { SchemeVersion } from './domain/scheme-version.js';
export { anchorOf } from './domain/terms/anchor.js';
export { lapseTier, renewalOpensOn, type LapseTier } from './domain/terms/lateness.js';
export { deniesByTwo } from './domain/terms/renewal-denial.js';
export { confirmsAfterFees } from './domain/terms/renewal-fee.js';
export { extensionLimits, setsNewAnchor, stageAfter, stageOf } from './domain/terms/stage.js';
export { termEnd, type TermPlace } from './domain/terms/term-end.js';
export { eligibilityView, inPageWords, type EligibilityView } from './http/eligibility.page.js';
export type { ClausePlace, PlacesBy } from './http/clause-place.js';
export { clauseWords, topicIn, treeIn } from './use-cases/wording-file.js';
export type { CurrentScheme } from './use-cases/current-schemes.js';
export type { EligibilityQuestion, RenewalQuestion } from './use-cases/evaluate-eligibility.js';

export type { Fault, SchemeLoad, SourceFile };

/** The scheme files of content/, for the operator's commands. */
@Injectable()
export class SchemeContent {
  constructor(private readonly loadSchemes: LoadSchemes) {}

  /** Brings `<contentDir>/schemes` into the database; with any fault, what was loaded before stays. Certifying bodies come first. */
  load(tx: Tx, contentDir: string): Promise<SchemeLoad> {
    return this.loadSchemes.execute(tx, readSchemeFiles(contentDir));
  }

  /** The schemes that `<contentDir>/schemes` publishes, without a database; none while its files have a fault. */
  static definitions(contentDir: string): readonly SchemeDefinition[] {
    return checkSchemes(readSchemeFiles(contentDir)).published.map(({ definition }) => definition);
  }

  /** What keeps the schemes of `<contentDir>/schemes` from being loaded, without a database; nothing where there is no such folder. */
  static faults(contentDir: string): readonly Fault[] {
    if (!existsSync(join(contentDir, 'schemes'))) return [];
    const faults = SchemeContent.check(readSchemeFiles(contentDir));
    return faults.map((fault) => ({ ...fault, file: relative(contentDir, fault.file) }));
  }

  /** Every fault of the files, without a database. */
  static check(files: readonly SourceFile[]): readonly Fault[] {
    return checkSchemes(files).faults;
  }
}

/** Which schemes there are, and which version of them holds. */
@Injectable()
export class Schemes {
  constructor(
    private readonly findScheme: FindScheme,
    private readonly versions: SchemeVersionRepository,
    private readonly currentSchemes: CurrentSchemes,
  ) {}

  /** What can be worked toward today, each in the version that covers the day in its body's zone; by body, then title. */
  inForce(tx: Tx): Promise<CurrentScheme[]> {
    return this.currentSchemes.execute(tx);
  }

  /**
   * The version that covers a date; exactly one, or an error.
   * @param bodyId needed only where several bodies run a scheme of that code
   * @throws DomainError not_found, schemes.several_bodies, schemes.no_version_on_date
   */
  current(tx: Tx, code: string, onDate: Temporal.PlainDate, bodyId?: string): Promise<SchemeVersion> {
    return this.findScheme.execute(tx, { code, onDate, bodyId });
  }

  /** @throws DomainError not_found */
  async version(tx: Tx, id: string): Promise<SchemeVersion> {
    const version = await this.versions.find(tx, id);
    if (!version) throw schemeNotFound();
    return version;
  }

  /**
   * The version that a holder is under on a day: that of their grant, or a later one that says it holds for them.
   * @param grantedUnder the id of the version of the grant
   * @throws DomainError not_found
   */
  async forHolder(tx: Tx, grantedUnder: string, onDate: Temporal.PlainDate): Promise<SchemeVersion> {
    const { code, bodyId } = await this.version(tx, grantedUnder);
    const ofBody = (await this.versions.all(tx, code)).filter((version) => version.bodyId === bodyId);
    const found = versionForHolder(ofBody, grantedUnder, onDate);
    if (!found) throw schemeNotFound();
    return found;
  }

  /** Every version of every scheme, by code, body and the day it begins. */
  all(tx: Tx): Promise<SchemeVersion[]> {
    return this.versions.all(tx);
  }
}

/** A person's evidence held against a scheme version. */
@Injectable()
export class Eligibility {
  constructor(private readonly evaluateEligibility: EvaluateEligibility) {}

  /**
   * What a grant asks for: the first stage on the standard route, unless the question names a stage, a route or endorsements.
   * @throws DomainError not_found for an unknown scheme version; RangeError for a stage or endorsement it does not have
   */
  evaluate(tx: Tx, question: EligibilityQuestion): Promise<EligibilityTree> {
    return this.evaluateEligibility.forGrant(tx, question);
  }

  /** The way on from where the person is: the stage after the one they hold, the first where they hold none. @throws as above */
  onward(tx: Tx, question: EligibilityQuestion): Promise<Onward> {
    return this.evaluateEligibility.onward(tx, question);
  }

  /**
   * The sittings of the exam that the evaluation counts, how many are left, and from when the next one counts; null where the scheme
   * has no exam. @throws DomainError not_found for an unknown scheme version
   */
  examStanding(tx: Tx, question: EligibilityQuestion): Promise<ExamStanding | null> {
    return this.evaluateEligibility.forExam(tx, question);
  }

  /** What a renewal asks for. @throws DomainError not_found for an unknown scheme version */
  evaluateRenewal(tx: Tx, question: RenewalQuestion): Promise<EligibilityTree> {
    return this.evaluateEligibility.forRenewal(tx, question);
  }
}
