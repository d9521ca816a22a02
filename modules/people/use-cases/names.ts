import { Injectable } from '@nestjs/common';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import { tidyName } from '../../../src/kernel/tidy-name.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { nameProblem } from '../domain/name.js';
import { nameMessage, needsAttention } from '../people.errors.js';
import { PersonRepository, type Names } from '../persistence/person.repository.js';
import { actingPerson } from './require-confirmed.js';

export interface NamesInput {
  legalName: string;
  chosenName?: string | null;
  /** BCP 47, for example `ar` or `zh-Hant`. */
  nameLanguage?: string | null;
}

/** Names as they are kept, and what keeps them from being kept. */
export function readNames(input: NamesInput): { names: Names; problems: FieldProblem[] } {
  const legalName = tidyName(input.legalName);
  const chosenName = tidyName(input.chosenName ?? '');
  const legal = nameProblem(legalName);
  const chosen = chosenName === '' ? null : nameProblem(chosenName);
  const problems: FieldProblem[] = [];
  if (legal) problems.push({ field: 'legalName', message: nameMessage(legal, 'legal') });
  if (chosen) problems.push({ field: 'chosenName', message: nameMessage(chosen, 'chosen') });
  const nameLanguage = languageTag(input.nameLanguage);
  return { names: { legalName, chosenName: chosenName || null, nameLanguage }, problems };
}

/** @throws DomainError `people.needs_attention` */
export function requireNames(input: NamesInput): Names {
  const { names, problems } = readNames(input);
  if (problems.length > 0) throw needsAttention(problems);
  return names;
}

/** A tag that means no language is left out: it only helps fonts and screen readers. */
function languageTag(text: string | null | undefined): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(text?.trim() || []);
    return tag && tag.length <= 35 ? tag : null;
  } catch {
    return null;
  }
}

/** The person goes by other names from now on; the earlier ones stay in their history. */
@Injectable()
export class RenamePerson {
  constructor(
    private readonly persons: PersonRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `people.needs_attention` */
  async execute(tx: Tx, input: NamesInput): Promise<void> {
    const { personId } = actingPerson(tx);
    const names = requireNames(input);
    const now = await this.persons.find(tx, personId);
    const same = now && (['legalName', 'chosenName', 'nameLanguage'] as const).every((key) => now[key] === names[key]);
    if (same) return;
    await this.persons.rename(tx, personId, names);
    await this.audit.record(tx, {
      action: 'people.person.renamed',
      subject: { kind: 'person', id: personId },
      personId,
    });
  }
}
