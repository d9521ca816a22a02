/** cannot_connect_now: the server is starting, or recovering after it was killed. */
const STARTING = '57P03';
const NOBODY_LISTENS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'ENOENT']);

/** Whether a database that gave this error may be there in a moment; a wrong password or name will not mend itself. */
export function mayBeThereSoon(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return code === STARTING || NOBODY_LISTENS.has(code);
}
