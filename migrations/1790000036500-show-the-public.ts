import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite } from './policies.js';

const mine = `(SELECT sec.sees_all()) OR agency = ANY ((SELECT sec.agencies())::text[])`;

/** Whoever writes a publication writes what everybody sees of it, in the same statement: nothing is shown that is not published, and nothing stays shown. */
const follows = `CREATE FUNCTION sec.show_publication() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state = 'published' THEN
      INSERT INTO public_record (id, shelf, agency, title, number, decided_on, parties, search, text, display_class, published_at)
      VALUES (NEW.id, NEW.shelf, NEW.agency, NEW.title, NEW.number, NEW.decided_on, NEW.parties,
        (SELECT lower(normalize(concat_ws(E'\\n', NEW.number, string_agg(concat_ws(E'\\n', p ->> 'name', p ->> 'uscc'), E'\\n')), NFKC)) FROM jsonb_array_elements(NEW.parties) p), NEW.published, NEW.display_class, NEW.published_at)
      ON CONFLICT ON CONSTRAINT public_record_pk DO UPDATE SET text = EXCLUDED.text, display_class = EXCLUDED.display_class, published_at = EXCLUDED.published_at, ended_at = NULL;
    ELSIF OLD.state = 'published' THEN
      UPDATE public_record SET ended_at = clock_timestamp() WHERE id = NEW.id;
    END IF;
    RETURN NULL;
  END $$`;

const SHELF = `CASE profile WHEN 'penalty-decision' THEN 'penalties' WHEN 'adjudication-decision' THEN 'adjudications' WHEN 'listing-decision' THEN 'lists' WHEN 'check-result' THEN 'checks' ELSE 'cases' END`;

const up = [
  'ALTER TABLE publication ADD shelf text',
  'ALTER TABLE publication DISABLE ROW LEVEL SECURITY',
  `UPDATE publication SET shelf = ${SHELF}`,
  'ALTER TABLE publication ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE publication ALTER shelf SET NOT NULL',
  `CREATE TABLE public_record (
     id uuid CONSTRAINT public_record_pk PRIMARY KEY, shelf text NOT NULL, agency text NOT NULL, title text NOT NULL, number text, decided_on text, parties jsonb NOT NULL, search text NOT NULL, text text NOT NULL, display_class text NOT NULL,
     published_at timestamptz NOT NULL, ended_at timestamptz)`,
  'CREATE INDEX public_record_shelf ON public_record (shelf, published_at, id) WHERE ended_at IS NULL',
  'CREATE INDEX public_record_newest ON public_record (published_at, id) WHERE ended_at IS NULL',
  'CREATE INDEX public_record_search ON public_record USING gin (search gin_trgm_ops) WHERE ended_at IS NULL',
  ...guardedTable('public_record', { select: `(ended_at IS NULL AND (SELECT sec.scope()) = 'public') OR ${mine}`, insert: `${mayWrite} AND (${mine})`, update: `${mayWrite} AND (${mine})` }),
  follows,
  'CREATE TRIGGER publication_shown AFTER INSERT OR UPDATE ON publication FOR EACH ROW EXECUTE FUNCTION sec.show_publication()',
];

const down = ['DROP TRIGGER publication_shown ON publication', 'DROP FUNCTION sec.show_publication()', 'DROP TABLE public_record', 'ALTER TABLE publication DROP shelf'];

export class ShowThePublic1790000036500 implements MigrationInterface {
  name = 'ShowThePublic1790000036500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
