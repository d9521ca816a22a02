import { DomainError } from '../../src/kernel/domain-error.js';

export function draftNeedsAttention(faults: readonly { line: number; reason: string }[]): DomainError {
  const count = faults.length === 1 ? 'One place of the text needs' : `${faults.length} places of the text need`;
  return new DomainError({
    code: 'scheme_changes.text_needs_attention',
    kind: 'invalid',
    message: `${count} attention before this can be a draft.`,
    next: 'Correct each line that is named, and send the text again.',
    fields: faults.map(({ line, reason }) => ({ field: 'text', message: `Line ${line}: ${reason}` })),
  });
}

export function noText(): DomainError {
  const next = 'Paste the text of the scheme file, or choose the file.';
  const fields = [{ field: 'text', message: next }];
  return new DomainError({
    code: 'scheme_changes.no_text',
    kind: 'invalid',
    message: 'There is no text yet.',
    next,
    fields,
  });
}

export function schemeOfNobody(code: string, bodyName: string): DomainError {
  const message = `${bodyName} runs no certification with the id ${code} on that day.`;
  const next =
    'Keep the id of the certification whose rules change, and choose a day on which it has rules. A certification that is new comes in with the content files.';
  const fields = [{ field: 'text', message: `${message} ${next}` }];
  return new DomainError({ code: 'scheme_changes.unknown_scheme', kind: 'invalid', message, next, fields });
}

export function sameRules(): DomainError {
  const message = 'These are the rules of a version that is published already, word for word.';
  const next = 'Change what is to be different, and give the version another name.';
  const fields = [{ field: 'text', message: `${message} ${next}` }];
  return new DomainError({ code: 'scheme_changes.same_rules', kind: 'invalid', message, next, fields });
}

export function settledAlready(): DomainError {
  return new DomainError({
    code: 'scheme_changes.settled',
    kind: 'conflict',
    message: 'This draft is settled: it was published, replaced or discarded meanwhile.',
    next: 'Open the list of drafts to see what became of it.',
  });
}

export function ownDraft(): DomainError {
  return new DomainError({
    code: 'scheme_changes.own_draft',
    kind: 'forbidden',
    message: 'Rules are published by two persons, and you brought this draft in.',
    next: 'Ask another administrator of your body to read and publish it.',
  });
}

export function previewFirst(): DomainError {
  return new DomainError({
    code: 'scheme_changes.preview_first',
    kind: 'conflict',
    message: 'Nobody has seen yet whom this draft would touch.',
    next: 'Ask for an impact preview, and publish once it is complete.',
  });
}

export function previewRuns(): DomainError {
  return new DomainError({
    code: 'scheme_changes.preview_runs',
    kind: 'conflict',
    message: 'A preview of this draft is being made right now.',
    next: 'Wait until it is complete; its page counts along.',
  });
}

export function rulesMoved(): DomainError {
  return new DomainError({
    code: 'scheme_changes.rules_moved',
    kind: 'conflict',
    message:
      'Another version was published since this was drafted, so that its differences and its preview are not true any more.',
    next: 'Bring the text in again as a new draft, and look at its preview.',
  });
}

export function dayMustCome(): DomainError {
  const message = 'The rules of a day that has begun stay the rules of that day.';
  const next = 'Choose tomorrow or a later day from which the new rules apply.';
  const fields = [{ field: 'effectiveFrom', message: next }];
  return new DomainError({ code: 'scheme_changes.day_has_begun', kind: 'invalid', message, next, fields });
}
