import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type RulesOf = Storage['getTargetValidationMetadatas'];

/**
 * class-validator finds out anew at each validation which rules a class has, by asking every class there is whether it is an
 * ancestor: more work than the rules themselves. A class has all its rules once it is defined, so what was found is kept.
 */
export function rememberRules(storage: Pick<Storage, 'getTargetValidationMetadatas'> = getMetadataStorage()): void {
  const find: RulesOf = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<RulesOf>>();
  storage.getTargetValidationMetadatas = (...asked) => {
    const [target, schema, always, strictGroups, groups] = asked;
    const plain = !schema && !always && !strictGroups && !groups?.length;
    if (!plain) return find(...asked);
    const rules = known.get(target) ?? find(...asked).toSorted((one, other) => rank(one) - rank(other));
    known.set(target, rules);
    return rules;
  };
}

/** How long or how large something may be. */
const LIMITS = new Set(['maxLength', 'max', 'arrayMaxSize', 'minLength', 'min', 'arrayMinSize']);

/** The first rule that does not hold gives its words: what is asked for comes before how much of it there may be. */
function rank({ name }: { name?: string }): number {
  return LIMITS.has(name ?? '') ? 1 : 0;
}
