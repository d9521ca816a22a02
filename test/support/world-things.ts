import { Temporal } from 'temporal-polyfill';
import { COURSE } from '../../modules/portal/demonstration/cast.js';
import { PICTURE } from '../../modules/portal/demonstration/way.js';
import { accommodation, accommodationRequest } from './accommodation-things.js';
import { contactOf, erasureAtBody, lostFactor, membershipOfNobodyKnown, sessionOf } from './account-things.js';
import type { TestApp } from './app.js';
import { call, type Caller } from './caller.js';
import { appealOfOwner, complaintAboutOwner, decisionAboutOwner } from './conduct-things.js';
import { cohort, courseInvitation, liveSession } from './cohort-things.js';
import { caseFileOfOwner, conflictOfReviewer, extensionOfOwner, holidayOfBody, invoiceOfOwner } from './desk-things.js';
import { courseDraft } from './course-draft.js';
import { schemeDraft } from './scheme-draft.js';
import { approvedCourse, examAuthorisation, examList } from './exam-things.js';
import { insertPerson } from './factories/person.js';
import { bankItem, bankStudy, type BankWorld } from './item-bank-things.js';
import { examPassDecision, examRemark, examRescore } from './rescoring-things.js';
import { exam, examForm, examRoom, sitting } from './sitting-things.js';

/** The kinds of thing that a route's path can name. All of them are the owner's, or are about the owner. */
export type ObjectKind =
  | 'accommodation'
  | 'accommodationRequest'
  | 'appeal'
  | 'application'
  | 'approvedCourse'
  | 'exam'
  | 'examAuthorisation'
  | 'examForm'
  | 'examList'
  | 'examPassDecision'
  | 'examRemark'
  | 'examRescore'
  | 'examRoom'
  | 'attempt'
  | 'bankItem'
  | 'bankStudy'
  | 'caseFile'
  | 'consent'
  | 'contact'
  | 'conflict'
  | 'cohort'
  | 'complaint'
  | 'courseDraft'
  | 'courseInvitation'
  | 'credential'
  | 'decision'
  | 'entry'
  | 'erasure'
  | 'extension'
  | 'holiday'
  | 'invoice'
  | 'issuance'
  | 'lesson'
  | 'liveSession'
  | 'person'
  | 'newcomer'
  | 'removal'
  | 'membership'
  | 'rosterEntry'
  | 'rosterList'
  | 'renewal'
  | 'schemeDraft'
  | 'session'
  | 'signedText'
  | 'signOff'
  | 'sitting'
  | 'submission'
  | 'document'
  | 'continuingEducation';

/** The quiz of the demonstration's course. */
export const QUIZ = 'recovery-oriented-practice-quiz';

export interface Given extends Granted, BankWorld {
  employerId: string;
  roster: Caller;
  reviewerId: string;
}

export interface Granted {
  applicationId: string;
  number: string;
  credentialId: string;
  issuanceId: string;
}

/** Makes the owner's things as the owner makes them: by the JSON interface. */
export class Things {
  private readonly kept = new Map<ObjectKind, string>();
  private day = Temporal.PlainDate.from('2028-09-30');

  constructor(
    private readonly test: TestApp,
    private readonly owner: Caller,
    private readonly given: Given,
  ) {}

  async make(kind: ObjectKind): Promise<string> {
    switch (kind) {
      case 'accommodation':
        return accommodation(this.test, this.given, this.owner);
      case 'accommodationRequest':
        return accommodationRequest(this.test, this.given, this.owner);
      case 'approvedCourse':
        return approvedCourse(this.test, this.given);
      case 'examAuthorisation':
        return examAuthorisation(this.test, this.given, this.owner);
      case 'exam':
        return exam(this.test, this.given);
      case 'examRoom':
        return examRoom(this.test, this.given);
      case 'examForm':
        return examForm(this.test, this.given);
      case 'sitting':
        return sitting(this.test, this.given, this.owner);
      case 'examRemark':
        return this.once(kind, () => examRemark(this.test, this.given, this.owner));
      case 'examRescore':
        return this.once(kind, () => examRescore(this.test, this.given, this.owner));
      case 'examPassDecision':
        return this.once(kind, () => examPassDecision(this.test, this.given, this.owner));
      case 'examList':
        return examList(this.test, this.given);
      case 'bankItem':
        return this.once(kind, () => bankItem(this.test, this.given));
      case 'bankStudy':
        return this.once(kind, () => bankStudy(this.test, this.given));
      case 'application':
        return this.given.applicationId;
      case 'appeal':
        return this.once(kind, () => appealOfOwner(this.test, this.owner, this.given));
      case 'cohort':
        return cohort(this.test, this.given, this.owner);
      case 'liveSession':
        return liveSession(this.test, this.given, this.owner);
      case 'courseInvitation':
        return courseInvitation(this.test, this.given, this.owner);
      case 'courseDraft':
        return courseDraft(this.test, this.given.bodyId);
      case 'complaint':
        return this.once(kind, () => complaintAboutOwner(this.test, this.owner, this.given));
      case 'decision':
        return decisionAboutOwner(this.test, this.owner, this.given);
      case 'credential':
        return this.given.number;
      case 'issuance':
        return this.given.issuanceId;
      case 'extension':
        return this.once(kind, () => extensionOfOwner(this.test, this.given));
      case 'person':
        return this.once(kind, () => this.numberOf(this.owner.personId));
      case 'newcomer':
        return this.numberOf(await insertPerson(this.test.owner, 'Nora Newcomer'));
      case 'removal':
        return lostFactor(this.test, this.given);
      case 'attempt':
        return this.once(kind, () => this.post('/api/v1/attempts', { quizCode: QUIZ }));
      case 'lesson':
        return this.once(kind, () => this.firstLesson());
      case 'renewal':
        return this.once(kind, () => this.post(`/api/v1/credentials/${this.given.number}/renewals`));
      case 'entry':
        return this.entry();
      case 'signOff':
        return this.post('/api/v1/practice/sign-off-requests', { entryIds: [await this.entry()] });
      case 'signedText':
        return this.once(kind, () => this.signedText());
      case 'submission':
        return this.post('/api/v1/outside-trainings', this.training('advocacy'));
      case 'continuingEducation':
        return this.post('/api/v1/continuing-education', this.training('ethics'));
      case 'document':
        return this.post('/api/v1/documents', {
          bodyId: this.given.bodyId,
          documentType: 'ged_equivalent',
          file: proof(),
        });
      case 'schemeDraft':
        return schemeDraft(this.test, this.given.bodyId);
      case 'session':
        return sessionOf(this.test, this.owner);
      case 'contact':
        return contactOf(this.test, this.owner);
      case 'membership':
        return membershipOfNobodyKnown(this.test, this.given);
      case 'erasure':
        return erasureAtBody(this.test, this.given);
      case 'consent':
        return this.post('/api/v1/consents', { organizationId: this.given.employerId, scopes: ['competencies'] });
      case 'rosterEntry':
        return this.once(kind, () => this.rosterEntry());
      case 'rosterList':
        return this.rosterList();
      case 'invoice':
        return invoiceOfOwner(this.test, this.given);
      case 'holiday':
        return holidayOfBody(this.test, this.given);
      case 'conflict':
        return conflictOfReviewer(this.test, this.given);
      case 'caseFile':
        return this.once(kind, () => caseFileOfOwner(this.test, this.given, this.owner));
    }
  }

  training(topic: string) {
    return {
      bodyId: this.given.bodyId,
      provider: 'Open Door Learning (invented)',
      title: 'Something further',
      startedOn: '2028-02-01',
      finishedOn: '2028-02-02',
      topics: [{ topic, minutes: 60 }],
      proof: proof(),
    };
  }

  private async once(kind: ObjectKind, make: () => Promise<string>): Promise<string> {
    const known = this.kept.get(kind) ?? (await make());
    this.kept.set(kind, known);
    return known;
  }

  private async post(path: string, body: object = {}, by = this.owner): Promise<string> {
    const answer = await call(this.test, by, { method: 'POST', path, body });
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    const made = JSON.parse(answer.text) as { id?: string; submissionId?: string };
    return made.id ?? made.submissionId ?? '';
  }

  /** Put their word to for the body, in English. @returns the fact's id */
  private async signedText(): Promise<string> {
    const code = 'willing_to_share';
    const { text } = await call(this.test, this.owner, { method: 'GET', path: '/api/v1/statements' });
    const { statements } = JSON.parse(text) as { statements: { code: string; version: string }[] };
    const textVersion = statements.find((one) => one.code === code)!.version;
    const body = { code, textVersion, bodyId: this.given.bodyId };
    const made = await call(this.test, this.owner, { method: 'POST', path: '/api/v1/attestations', body });
    return (JSON.parse(made.text) as { factId: string }).factId;
  }

  private async firstLesson(): Promise<string> {
    const path = '/api/v1/enrolments';
    const answer = await call(this.test, this.owner, { method: 'POST', path, body: { courseCode: COURSE } });
    return (JSON.parse(answer.text) as { lessons: { id: string }[] }).lessons[0]!.id;
  }

  private async entry(): Promise<string> {
    this.day = this.day.subtract({ days: 1 });
    return this.post('/api/v1/practice/entries', entryOn(this.day.toString()));
  }

  private async numberOf(personId: string): Promise<string> {
    const { rows } = await this.test.owner.query('select number from person where id = $1', [personId]);
    return rows[0].number;
  }

  private async rosterEntry(): Promise<string> {
    const entry = { name: 'Rosalind Okonkwo', credentialNumber: this.given.number, from: '2028-01-01' };
    return this.post('/api/v1/roster', entry, this.given.roster);
  }

  private async rosterList(): Promise<string> {
    const contentBase64 = Buffer.from('name,from\nRosalind Okonkwo,2028-01-01\n').toString('base64');
    return this.post('/api/v1/roster-lists', { list: { fileName: 'list.csv', contentBase64 } }, this.given.roster);
  }
}

export function entryOn(workedOn: string) {
  return {
    kind: 'paid',
    workedOn,
    domains: [{ domain: 'advocacy', minutes: 60 }],
    method: 'one_to_one',
    setting: 'recovery_community',
    activity: 'support_conversation',
    supervisor: { name: 'Samira Okafor', email: 'samira.okafor@lantern-house.example' },
  };
}

export function proof() {
  return { fileName: 'certificate.png', contentBase64: PICTURE };
}
