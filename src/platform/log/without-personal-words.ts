/** E-mail addresses as they stand in other people's messages, of a mail server for example. */
const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;]+/g;
const QUOTED = /"[^"]*"/g;

/** A text of somebody else's making, such as a mail server's answer, without the addresses in it. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '[address]');
}

/**
 * What may be told of an error, in a log or on its outbox row: never an address, and of the database never what it quotes, which
 * may be what somebody typed (`invalid input syntax for type uuid: "…"`); its code and constraint are told beside.
 */
export function errorWords(error: unknown): string {
  if (!(error instanceof Error)) return withoutAddresses(String(error));
  const ofDatabase = 'driverError' in error || 'severity' in error;
  const message = ofDatabase ? error.message.replace(QUOTED, '"…"') : error.message;
  return `${error.name}: ${withoutAddresses(message)}`;
}
