import { BODY_SETTINGS, BODY_SETTING_CODES, type BodySettingCode } from '../domain/body-settings.js';
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
    ways: Object.entries(WAYS).map(([value, label]) => ({ value, label })),
    bodies: bodies.map(({ settings, supportLine, changes, holidays, ...body }) => ({
      ...body,
      supportLine: supportLine && { ...supportLine, words: `${WAYS[supportLine.way]} ${supportLine.phone}` },
      settings: BODY_SETTING_CODES.map((code) => ({
        key: BODY_SETTINGS[code].label,
        value: [valueWords(code, settings[code]), BODY_SETTINGS[code].hint],
      })),
      choices: BODY_SETTING_CODES.map((code) => ({
        value: code,
        label: BODY_SETTINGS[code].label,
        hint: `Now ${valueWords(code, settings[code])}. ${rangeWords(code)}`,
      })),
      changes: changes.map(({ code, value, reason, by, at }) => ({
        title: `${BODY_SETTINGS[code].label}: ${valueWords(code, value)}`,
        when: at.toString(),
        timeZone: body.timeZone,
        text: `${by}: ${reason}`,
      })),
      holidays: holidays.map(({ id, onDate, name }) => ({ id, onDate: onDate.toString(), name })),
    })),
  };
}

/** A setting that is 1 or 0 is a yes or a no. */
function isYesOrNo(code: BodySettingCode): boolean {
  return BODY_SETTINGS[code].min === 0 && BODY_SETTINGS[code].max === 1;
}

function valueWords(code: BodySettingCode, value: number): string {
  if (isYesOrNo(code)) return value === 1 ? 'yes' : 'no';
  return String(value);
}

function rangeWords(code: BodySettingCode): string {
  const { min, max } = BODY_SETTINGS[code];
  return isYesOrNo(code) ? 'Enter 1 for yes, 0 for no.' : `From ${min} to ${max}.`;
}
