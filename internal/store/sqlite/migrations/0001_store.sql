-- Revisions, the texts they consist of, the files they were read from, and the
-- files that make claims about them.
--
-- Never edit this file once it is released: add another beside it.

-- Files as received, addressed by content.
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes  BLOB NOT NULL
) STRICT;

-- Headings and texts, addressed by content: what two revisions share is stored
-- once.
CREATE TABLE text (
  id      INTEGER PRIMARY KEY,
  digest  BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
  heading TEXT NOT NULL,
  body    TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
  id          INTEGER PRIMARY KEY, -- in the order of import
  label       TEXT NOT NULL UNIQUE CHECK (label <> ''),
  title       TEXT NOT NULL,
  date        TEXT NOT NULL CHECK (date = '' OR date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  status      TEXT NOT NULL CHECK (status IN ('', 'in force', 'draft', 'illustrative', 'superseded')),
  language    TEXT NOT NULL,
  base        TEXT REFERENCES revision (label),
  citation    TEXT NOT NULL,
  note        TEXT NOT NULL,
  source_name TEXT NOT NULL,
  source      TEXT NOT NULL REFERENCES blob (sha256)
) STRICT;

-- The tree of a revision in document order. Its rows are written before the row
-- of their revision, which seals them: see provision_sealed.
CREATE TABLE provision (
  revision INTEGER NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
  seq      INTEGER NOT NULL CHECK (seq >= 0),
  parent   INTEGER CHECK (parent >= 0 AND parent < seq), -- seq of the parent; NULL for a component
  kind     TEXT NOT NULL CHECK (kind IN ('component', 'part', 'section', 'clause', 'paragraph', 'item')),
  num      TEXT NOT NULL,
  eid      TEXT NOT NULL,
  wid      TEXT NOT NULL CHECK (wid <> ''),
  text     INTEGER NOT NULL REFERENCES text (id),
  PRIMARY KEY (revision, seq),
  UNIQUE (revision, eid),
  UNIQUE (revision, wid)
) STRICT, WITHOUT ROWID;

CREATE INDEX provision_wid ON provision (wid);
CREATE INDEX provision_text ON provision (text);

-- The files with claims about a revision, as they stand now. They are corrected
-- and added to, so unlike a revision they change; the bytes of earlier versions
-- stay in blob.
CREATE TABLE claim_file (
  revision INTEGER NOT NULL REFERENCES revision (id),
  name     TEXT NOT NULL CHECK (name <> ''),
  source   TEXT NOT NULL REFERENCES blob (sha256),
  PRIMARY KEY (revision, name)
) STRICT, WITHOUT ROWID;

-- Revisions are immutable. The guards against insertion keep INSERT OR REPLACE
-- out even where a connection runs without recursive triggers.
CREATE TRIGGER revision_no_replace BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE label = NEW.label OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER provision_sealed BEFORE INSERT ON provision
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER provision_no_update BEFORE UPDATE ON provision
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER provision_no_delete BEFORE DELETE ON provision
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER text_no_replace BEFORE INSERT ON text
WHEN EXISTS (SELECT 1 FROM text WHERE id = NEW.id OR digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;

CREATE TRIGGER text_no_update BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;

CREATE TRIGGER text_no_delete BEFORE DELETE ON text
BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;

CREATE TRIGGER blob_no_replace BEFORE INSERT ON blob
WHEN EXISTS (SELECT 1 FROM blob WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'stored files are immutable'); END;

CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'stored files are immutable'); END;

CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob
BEGIN SELECT RAISE(ABORT, 'stored files are immutable'); END;
