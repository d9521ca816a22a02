import type { SupportNow } from '../../../src/platform/http/surroundings.js';
import type { SupportLine } from '../../organizations/support-lines.public.js';

const WORDS: Readonly<Record<SupportLine['way'], string>> = {
  call: 'Call',
  text: 'Text',
  call_or_text: 'Call or text',
};

/** A line as a link: it opens the phone and leaves no trace with us or anybody else. */
export function supportNowOf({ way, phone }: SupportLine): SupportNow {
  const dialled = phone.replaceAll(/[^\d+]/g, '');
  return { label: `${WORDS[way]} ${phone}`, href: `${way === 'text' ? 'sms' : 'tel'}:${dialled}`, phone };
}
