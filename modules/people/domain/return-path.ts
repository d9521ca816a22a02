/** Where people land when nothing else was asked for. */
const HOME = '/home';

/**
 * The page to go on to after sign-in. Only a path of this site: anything a browser could read as another address
 * (`//host`, `/\host`, a scheme, control characters) leads home instead.
 */
export function safeReturnPath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return HOME;
  return path.startsWith('/sign-in') || path.startsWith('/sign-out') ? HOME : path;
}
