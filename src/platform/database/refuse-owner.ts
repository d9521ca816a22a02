import type { DataSource } from 'typeorm';

/**
 * The running product must not be able to change the schema or append-only rows, whatever fault it has.
 * @throws Error when the login owns tables or is a superuser
 */
export async function refuseOwner(source: DataSource): Promise<void> {
  const [row] = await source.query(
    `select current_user as name,
            (select rolsuper from pg_roles where rolname = current_user) as superuser,
            exists (select 1 from pg_tables where schemaname = 'public' and tableowner = current_user) as owner`,
  );
  if (row.superuser || row.owner) {
    throw new Error(
      `The database login "${row.name}" may change the schema. Start the product with a login that is a member of ` +
        `goodstanding_web or goodstanding_jobs; the owner's login is for "cli migrate" only.`,
    );
  }
}
