import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { LANGUAGES, type Language } from '../../../src/kernel/languages.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { Fact } from '../domain/fact.js';
import { FactRepository } from '../persistence/fact.repository.js';
import { StatementTextRepository, type KeptText } from '../persistence/statement-text.repository.js';
import { EvidenceContent } from './evidence-content.js';

/** Who reads, in a body, what people signed for it. */
export const SIGNED_TEXT_READERS: readonly Role[] = ['reviewer', 'decider', 'registrar', 'administrator'];

/** That a person put their word to a text, and to which. */
export interface SignedText {
  /** Of the fact that records it. */
  readonly id: string;
  readonly code: string;
  /** What the text is called, in English. */
  readonly title: string;
  readonly language: Language;
  readonly on: Temporal.PlainDate;
}

/** The same with the words. */
export interface SignedTextDetail extends SignedText {
  readonly isOwn: boolean;
  readonly person: { readonly name: string; readonly number: string };
  /** The typed name, of a signature. */
  readonly signedName: string | null;
  readonly text: KeptText;
  /** The English text, where a translation was signed. */
  readonly original: KeptText | null;
}

/** What people signed, word for word: for themselves, and for those who review it for the body it was signed for. */
@Injectable()
export class ReadSignedTexts {
  constructor(
    private readonly facts: FactRepository,
    private readonly texts: StatementTextRepository,
    private readonly content: EvidenceContent,
    private readonly people: People,
  ) {}

  /** @throws DomainError not_found for what is neither the actor's own nor signed for a body whose reviews they do */
  async one(tx: Tx, id: string): Promise<SignedTextDetail> {
    const fact = await this.facts.byId(tx, id);
    const isOwn = fact?.personId === personIdOf(tx.actor);
    const version = fact && versionOf(fact);
    if (!fact || !version || !(isOwn || mayRead(tx, fact))) throw notFound('this signed text');
    const [text] = await this.texts.find(tx, [version]);
    if (!text) throw notFound('this signed text');
    const [original = null] = text.translates ? await this.texts.find(tx, [text.translates]) : [];
    const { displayName, number } = await this.people.get(tx, fact.personId);
    const signedName = typeof fact.value.signed_name === 'string' ? fact.value.signed_name : null;
    return {
      ...this.reading(fact),
      isOwn,
      person: { name: displayName, number },
      signedName,
      text,
      original,
    };
  }

  /** What a person signed for a body, latest last, corrected ones too: each was signed. */
  async ofPersonAt(tx: Tx, personId: string, bodyId: string): Promise<SignedText[]> {
    const facts = await this.facts.ofPerson(tx, personId);
    return facts.filter((fact) => fact.bodyId === bodyId && versionOf(fact) !== null).map((fact) => this.reading(fact));
  }

  /** What the actor agreed to as a part of other acts, latest first. */
  async ownAgreements(tx: Tx): Promise<SignedText[]> {
    const facts = await this.facts.ofPerson(tx, personIdOf(tx.actor));
    const agreed = facts.filter(({ code }) => code !== null && this.content.text(code)?.kind === 'agreement');
    return agreed.map((fact) => this.reading(fact)).toReversed();
  }

  private reading(fact: Fact): SignedText {
    const code = fact.code ?? '';
    const title = this.content.text(code)?.title ?? code;
    return { id: fact.id, code, title, language: signedLanguage(fact), on: fact.occurredOn };
  }
}

/** Before texts were in other languages, all of them were English. */
export function signedLanguage({ value }: Pick<Fact, 'value'>): Language {
  const known = Object.keys(LANGUAGES).find((language) => language === value.text_language);
  return (known as Language | undefined) ?? 'en';
}

function versionOf({ value }: Fact): string | null {
  return typeof value.text_version === 'string' ? value.text_version : null;
}

function mayRead(tx: Tx, { bodyId }: Fact): boolean {
  return bodyId !== null && SIGNED_TEXT_READERS.some((role) => organizationsOf(tx.actor, role).includes(bodyId));
}
