-- The two roles, by psql as a superuser, in the database of the system. May be run again.
-- The passwords come from the environment: ZHIHENG_APP_PASSWORD, ZHIHENG_MIGRATOR_PASSWORD.
\set ON_ERROR_STOP on
\getenv app_password ZHIHENG_APP_PASSWORD
\getenv migrator_password ZHIHENG_MIGRATOR_PASSWORD

SELECT format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name)
FROM unnest(ARRAY['zhiheng_owner', 'zhiheng_app', 'zhiheng_migrator']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec

-- zhiheng_app runs the system. zhiheng_migrator logs in for migrations and works as zhiheng_owner, which owns the tables.
ALTER ROLE zhiheng_app LOGIN PASSWORD :'app_password';
ALTER ROLE zhiheng_migrator LOGIN PASSWORD :'migrator_password';
GRANT zhiheng_owner TO zhiheng_migrator;

SELECT format('GRANT CREATE ON DATABASE %I TO zhiheng_owner', current_database()) \gexec
GRANT CREATE ON SCHEMA public TO zhiheng_owner;

-- Words, parts of names and likeness give nothing away of a row that is not shown: so searches may use their indexes under
-- row-level security (docs/adr/0018). Again after a restore: a dump does not carry it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION textlike(text, text) LEAKPROOF;
ALTER FUNCTION similarity_op(text, text) LEAKPROOF;
ALTER FUNCTION word_similarity_op(text, text) LEAKPROOF;
ALTER FUNCTION jsonb_contains(jsonb, jsonb) LEAKPROOF;
