import type { DataSource } from 'typeorm';

/** Row-level security means nothing to a superuser or a role that bypasses it: such a login is refused at boot. */
export async function refuseWideRole(dataSource: DataSource): Promise<void> {
  const rows: { role: string; wide: boolean; owns: boolean }[] = await dataSource.query(
    `SELECT rolname AS role, rolsuper OR rolbypassrls AS wide,
            EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'vault') AND c.relowner = r.oid) AS owns
     FROM pg_roles r WHERE rolname = current_user`,
  );
  const [row] = rows;
  if (row === undefined || row.wide || row.owns) throw new Error(`The system must not run as ${row?.role ?? 'this role'}: it is a superuser, bypasses row-level security, or owns tables. Use a login that is, or may become, zhiheng_app`);
}
