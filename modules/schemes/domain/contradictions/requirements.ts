import type { Prerequisite, SchemeDefinition } from '../scheme-definition.js';
import { compare, listedTwice, type Check, type Contradiction } from './contradiction.js';

// Single requirements: prerequisites, those of endorsements, and the ways of a choice.

type Path = Contradiction['path'];

/** Ids of whole clauses: a requirement of that code could not be told from them, nor waived by itself. */
const TAKEN = [
  'training',
  'practice',
  'supervision',
  'exam',
  'exam_remediation',
  'continuing_education',
  'reciprocity',
  'reciprocity_practice',
  'reciprocity_ce',
  'reciprocity_letters',
  'supervision_cadence',
];

function codesAreDistinct(scheme: SchemeDefinition): Contradiction[] {
  const endorsements = scheme.endorsements.map((one) => (typeof one === 'string' ? one : one.code));
  const own = scheme.prerequisites.map(({ code }) => code);
  return [
    ...listedTwice(own, (index) => ['prerequisites', index, 'code'], 'the prerequisite'),
    ...listedTwice(endorsements, (index) => ['endorsements', index], 'the endorsement'),
    ...own.flatMap((code, index) =>
      TAKEN.includes(code) || scheme.endorsements.some((one) => typeof one !== 'string' && one.code === code)
        ? [
            {
              path: ['prerequisites', index, 'code'],
              reason: `${code} is the name of another rule; choose another code`,
            },
          ]
        : [],
    ),
    ...scheme.endorsements.flatMap((one, at) =>
      typeof one === 'string'
        ? []
        : listedTwice(
            one.requires.map(({ code }) => code),
            (index) => ['endorsements', at, 'requires', index, 'code'],
            'the requirement',
          ),
    ),
  ];
}

/** Every single requirement of the scheme with its place, ways of a choice included. */
function* requirementsOf(scheme: SchemeDefinition): Generator<[Path, Prerequisite]> {
  const lists: [Path, readonly Prerequisite[]][] = [
    [['prerequisites'], scheme.prerequisites],
    ...scheme.endorsements.flatMap((one, index): [Path, readonly Prerequisite[]][] =>
      typeof one === 'string' ? [] : [[['endorsements', index, 'requires'], one.requires]],
    ),
  ];
  for (const [path, list] of lists) {
    for (const [index, rule] of list.entries()) {
      yield [[...path, index], rule];
      if (rule.kind !== 'any_of') continue;
      for (const [at, way] of rule.of.entries()) yield [[...path, index, 'of', at], way];
    }
  }
}

function requirementsCanBeMet(scheme: SchemeDefinition): Contradiction[] {
  return [...requirementsOf(scheme)].flatMap(([path, rule]) => {
    const reason = whyNot(rule, scheme);
    return reason ? [{ path: [...path, reason.key], reason: reason.text }] : [];
  });
}

function whyNot(rule: Prerequisite, scheme: SchemeDefinition): { key: string; text: string } | null {
  const { code } = rule;
  switch (rule.kind) {
    case 'any_of': {
      const { at_least = 1, of } = rule;
      if (at_least > of.length) return { key: 'at_least', text: `${code} asks for ${at_least} of ${of.length} ways` };
      const [twice] = listedTwice(
        of.map((way) => way.code),
        () => [],
        'the way',
      );
      if (twice) return { key: 'of', text: twice.reason };
      const elsewhere = of.find((way) => way.stage !== undefined);
      return elsewhere
        ? { key: 'of', text: `the way ${elsewhere.code} names a stage; name it at ${code} itself` }
        : null;
    }
    case 'number':
      return rule.max !== undefined && rule.max < rule.min
        ? { key: 'max', text: `${code} is at least ${rule.min} and at most ${rule.max}` }
        : null;
    case 'attestation':
      return rule.type !== undefined && rule.any_of && !rule.any_of.includes(rule.type)
        ? { key: 'any_of', text: `${code} asks for the type ${rule.type}, which is not among its types` }
        : null;
    case 'credential':
      if (rule.scheme === scheme.id)
        return { key: 'scheme', text: `${code} asks for the credential of this scheme itself` };
      return rule.scheme === undefined && !rule.elsewhere
        ? { key: 'kind', text: `${code} says neither which scheme nor that it is from elsewhere` }
        : null;
    case 'hours':
      return rule.min_hours === 0 ? { key: 'min_hours', text: `${code} asks for no hours` } : null;
    case 'elapsed':
      return clockThatNeverBegins(rule.since, code, scheme) ?? noTime(rule.at_least, code);
    case 'declaration':
      return rule.checked_at.includes('exam') && !scheme.exam
        ? { key: 'checked_at', text: `${code} is checked at the exam, but the scheme has no exam` }
        : null;
    default:
      return null;
  }
}

function noTime(at_least: string, code: string) {
  return compare(at_least, 'P0D') <= 0 ? { key: 'at_least', text: `${code} asks for no time to pass` } : null;
}

function clockThatNeverBegins(since: string, code: string, { exam, training }: SchemeDefinition) {
  const missing =
    since === 'exam_passed' && !exam ? 'exam' : since === 'training_completed' && !training ? 'training' : '';
  return missing ? { key: 'since', text: `${code} waits for the ${missing}, but the scheme has none` } : null;
}

export const REQUIREMENTS: readonly Check[] = [codesAreDistinct, requirementsCanBeMet];
