import pg from 'pg';

/** The processes that log in; each is a member of the role `goodstanding_<name>`, which the migrations made and gave its rights. */
export type Login = 'web' | 'jobs' | 'verifier';

export type LoginUrls = Record<Login, string>;

const logins: Login[] = ['web', 'jobs', 'verifier'];

/**
 * Makes the login users, or sets their passwords anew. Repeating it changes nothing.
 * @param ownerUrl a login that may create roles; only its server counts when other databases are meant
 * @returns the address of the same database for each login
 */
export async function ensureLoginUsers(ownerUrl: string, passwords: Record<Login, string>): Promise<LoginUrls> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    for (const login of logins) await ensureLoginUser(client, login, passwords[login]);
  } finally {
    await client.end();
  }
  const address = (login: Login) => {
    const url = new URL(ownerUrl);
    url.username = userName(login);
    url.password = encodeURIComponent(passwords[login]);
    return url.href;
  };
  return { web: address('web'), jobs: address('jobs'), verifier: address('verifier') };
}

function userName(login: Login): string {
  return `goodstanding_${login}_login`;
}

async function ensureLoginUser(client: pg.Client, login: Login, password: string): Promise<void> {
  const name = userName(login);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (!rowCount) await client.query(`create role ${name} login`);
  await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  await client.query(`grant goodstanding_${login} to ${name}`);
}
