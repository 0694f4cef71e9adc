-- Run once by a superuser in the database of the system: psql -d zhiheng -f docker/roles.sql
-- The owner migrates. The application runs the system, owns nothing, and no role bypasses row-level security.
\getenv owner_password ZHIHENG_OWNER_PASSWORD
\getenv app_password ZHIHENG_APP_PASSWORD
CREATE ROLE zhiheng_owner LOGIN PASSWORD :'owner_password' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE ROLE zhiheng_app LOGIN PASSWORD :'app_password' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
SELECT format('GRANT CREATE ON DATABASE %I TO zhiheng_owner', current_database()) \gexec
GRANT CREATE ON SCHEMA public TO zhiheng_owner;
