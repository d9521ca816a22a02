import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 49,000 passwords of public leaks, lower case; comes with the package, needs no network. */
export const wellKnownPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common']);
