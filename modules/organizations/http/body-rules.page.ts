import { BODY_SETTINGS, BODY_SETTING_CODES } from '../domain/body-settings.js';
import type { SupportWay } from '../domain/support-line.js';
import type { BodyRulesView } from '../use-cases/read-body-rules.js';

const WAYS: Readonly<Record<SupportWay, string>> = {
  call_or_text: 'Call or text',
  call: 'Call',
  text: 'Text',
};

/** What each body has set for itself, with who changed what and why. */
export function bodyRulesPage(bodies: readonly BodyRulesView[]) {
  return {
    choices: BODY_SETTING_CODES.map((code) => ({ value: code, label: BODY_SETTINGS[code].label })),
    ways: Object.entries(WAYS).map(([value, label]) => ({ value, label })),
    bodies: bodies.map(({ settings, supportLine, changes, holidays, ...body }) => ({
      ...body,
      supportLine: supportLine && { ...supportLine, words: `${WAYS[supportLine.way]} ${supportLine.phone}` },
      settings: BODY_SETTING_CODES.map((code) => ({
        key: BODY_SETTINGS[code].label,
        value: [String(settings[code]), BODY_SETTINGS[code].hint],
      })),
      changes: changes.map(({ code, value, reason, by, at }) => ({
        title: `${BODY_SETTINGS[code].label}: ${value}`,
        when: at.toString(),
        timeZone: body.timeZone,
        text: `${by}: ${reason}`,
      })),
      holidays: holidays.map(({ id, onDate, name }) => ({ id, onDate: onDate.toString(), name })),
    })),
  };
}
