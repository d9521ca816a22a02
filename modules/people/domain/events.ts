/** Somebody confirmed their address and is a person with a permanent number from now on. */
export class PersonRegistered {
  constructor(
    readonly personId: string,
    readonly number: string,
  ) {}
}

export type AccountLetterKind =
  | 'account-confirm-address'
  | 'account-exists'
  | 'account-password-link'
  | 'account-password-changed'
  | 'account-verify-contact'
  | 'account-address-changed'
  | 'account-second-factor-changed'
  | 'account-second-factor-removal-asked'
  | 'account-second-factor-removed'
  | 'account-mailbox-recovery'
  | 'account-invited';

/**
 * A letter about somebody's account has to go out. Published within the transaction and heard by notifications, which
 * stands below this module; it may carry the one-use address of a link, so it is never delivered later.
 */
export class AccountLetterDue {
  constructor(
    readonly kind: AccountLetterKind,
    /** Unique for ever: a repeat sends nothing. */
    readonly identity: string,
    readonly to: {
      readonly email: string;
      readonly name: string;
      readonly personId: string | null;
      /** For somebody who is no person yet; a person's letters are in the language that they chose. */
      readonly language: string | null;
    },
    /** What the template shows. */
    readonly letter: Readonly<Record<string, string>>,
  ) {}
}
