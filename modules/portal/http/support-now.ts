import type { SupportNow } from '../../../src/platform/http/surroundings.js';
import { say } from '../../../src/platform/translation/say.js';
import type { SupportLine } from '../../organizations/support-lines.public.js';

const LABELS: Readonly<Record<SupportLine['way'], (phone: string) => string>> = {
  call: (phone) => say`Call ${phone}`,
  text: (phone) => say`Text ${phone}`,
  call_or_text: (phone) => say`Call or text ${phone}`,
};

/** A line as a link: it opens the phone and leaves no trace with us or anybody else. */
export function supportNowOf({ way, phone }: SupportLine): SupportNow {
  const dialled = phone.replaceAll(/[^\d+]/g, '');
  return { label: LABELS[way](phone), href: `${way === 'text' ? 'sms' : 'tel'}:${dialled}`, phone };
}
