import { isLanguage, LANGUAGES } from '../../../src/kernel/languages.js';
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
    if (contact.isPrimary) return `${contact.address} (letters go here)`;
    return contact.verifiedAt ? contact.address : `${contact.address} (not confirmed yet)`;
  });
  const codes =
    factor.recoveryCodesLeft === 1 ? '1 recovery code left' : `${factor.recoveryCodesLeft} recovery codes left`;
  return {
    number: person.number,
    rows: [
      { key: 'Legal name', value: person.legalName, href: '/profile/names', about: 'your legal name' },
      { key: 'Chosen name', value: person.chosenName, href: '/profile/names', about: 'your chosen name' },
      { key: 'E-mail addresses', value: addresses, href: '/profile/contacts', about: 'your e-mail addresses' },
      {
        key: 'Letters in',
        value: isLanguage(person.letterLanguage) ? LANGUAGES[person.letterLanguage] : person.letterLanguage,
        href: '/profile/language',
        about: 'the language of your letters',
      },
      { key: 'Password', value: 'Known only to you', href: '/profile/password', about: 'your password' },
      {
        key: 'Second factor',
        value: factor.inUse ? `Authenticator app, ${codes}` : 'Not set up',
        href: '/profile/second-factor',
        about: 'your second factor',
      },
      {
        key: 'Signed in on',
        value: 'See and end your sessions',
        href: '/profile/sessions',
        about: 'where you are signed in',
      },
      {
        key: 'Your data',
        value: 'See what is kept, take a copy, have it erased',
        href: '/profile/data',
        about: 'what is kept of you',
      },
    ],
  };
}
