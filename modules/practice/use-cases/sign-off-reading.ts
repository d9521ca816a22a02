import { Injectable } from '@nestjs/common';
import type { Language } from '../../../src/kernel/languages.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { agreementWordings } from '../../evidence/signed-texts.public.js';
import { People } from '../../people/people.public.js';
import type { Entry } from '../domain/entry.js';
import {
  SUPERVISOR_SIGN_OFF,
  signOffWordings,
  type SignedEntry,
  type SignOffWording,
} from '../domain/sign-off-content.js';
import { readAgain } from '../practice.errors.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import type { PracticeSignOffEntity } from '../persistence/practice-sign-off.entity.js';

/** What a supervisor is asked to sign. */
export interface OpenContent {
  entries: Entry[];
  trainee: { number: string; name: string };
  /** One for each language that it can be read in, English first. */
  wordings: readonly SignOffWording[];
}

/** What a supervisor is asked to sign, as it is now. */
@Injectable()
export class SignOffReading {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly people: People,
  ) {}

  async contentOf(tx: Tx, request: PracticeSignOffEntity): Promise<OpenContent> {
    const entries = await this.entries.ofSignOff(tx, request.id);
    const { number, displayName } = await this.people.get(tx, request.personId);
    const trainee = { number, name: displayName };
    const supervisor = { name: request.supervisorName, email: request.supervisorEmail };
    const asked = { person: trainee, supervisor, entries: entries.map(signedEntry) };
    return { entries, trainee, wordings: signOffWordings(asked, agreementWordings(SUPERVISOR_SIGN_OFF)) };
  }

  /** The same, with the entries held: nothing of it can change until the transaction ends. */
  async heldContentOf(tx: Tx, request: PracticeSignOffEntity): Promise<OpenContent> {
    await this.entries.lock(tx, { signOffId: request.id });
    return this.contentOf(tx, request);
  }
}

/** As it is read in a language; in English where there is no translation of exactly these words. */
export function wordingIn({ wordings }: OpenContent, wished: Language): SignOffWording {
  const found = wordings.find(({ content }) => content.text.language === wished) ?? wordings[0];
  if (!found) throw new Error('there is no text to sign');
  return found;
}

/** What somebody read, by its hash. @throws DomainError practice.read_again where it is none of what is asked now */
export function wordingRead({ wordings }: OpenContent, hash: string): SignOffWording {
  const found = wordings.find((one) => one.hash === hash);
  if (!found) throw readAgain();
  return found;
}

function signedEntry(entry: Entry): SignedEntry {
  const { id, kind, domains, minutes, method, setting, activity, corrects } = entry;
  return {
    id,
    kind,
    workedOn: entry.workedOn.toString(),
    startsAt: entry.startsAt?.toString({ smallestUnit: 'minute' }) ?? null,
    domains,
    minutes,
    method,
    setting,
    activity,
    corrects,
  };
}
