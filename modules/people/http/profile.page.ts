import { isLanguage, LANGUAGES } from '../../../src/kernel/languages.js';
import { say, sayCount } from '../../../src/platform/translation/say.js';
import type { Profile } from '../use-cases/read-profile.js';

interface Row {
  key: string;
  value: string | string[] | null;
  href?: string;
  about?: string;
}

/** What people see of themselves, with a way to change each thing. */
export function profilePage(
  { person, contacts }: Profile,
  factor: { inUse: boolean; recoveryCodesLeft: number },
): { number: string; rows: Row[] } {
  const addresses = contacts.map((contact) => {
    if (contact.isPrimary) return say`${contact.address} (letters go here)`;
    return contact.verifiedAt ? contact.address : say`${contact.address} (not confirmed yet)`;
  });
  const codes = sayCount(factor.recoveryCodesLeft, 'recovery code left', 'recovery codes left');
  return {
    number: person.number,
    rows: [
      { key: say`Legal name`, value: person.legalName, href: '/profile/names', about: say`your legal name` },
      { key: say`Chosen name`, value: person.chosenName, href: '/profile/names', about: say`your chosen name` },
      { key: say`E-mail addresses`, value: addresses, href: '/profile/contacts', about: say`your e-mail addresses` },
      {
        key: say`Pages and letters in`,
        value: isLanguage(person.letterLanguage) ? LANGUAGES[person.letterLanguage] : person.letterLanguage,
        href: '/profile/language',
        about: say`your language`,
      },
      { key: say`Password`, value: say`Known only to you`, href: '/profile/password', about: say`your password` },
      {
        key: say`Second factor`,
        value: factor.inUse ? say`Authenticator app, ${codes}` : say`Not set up`,
        href: '/profile/second-factor',
        about: say`your second factor`,
      },
      {
        key: say`Signed in on`,
        value: say`See and end your sessions`,
        href: '/profile/sessions',
        about: say`where you are signed in`,
      },
      {
        key: say`Quizzes and exams`,
        value: say`Ask for what helps you: more time, breaks, larger text`,
        href: '/accommodations',
        about: say`what helps you in quizzes and exams`,
      },
      {
        key: say`Your data`,
        value: say`See what is kept, take a copy, have it erased`,
        href: '/profile/data',
        about: say`what is kept of you`,
      },
    ],
  };
}
