CREATE INDEX entry_member ON entry (rank, seq, hash) WHERE kind = 'member';

CREATE INDEX entry_order ON entry (rank, seq, hash);

CREATE INDEX provision_text ON provision (text);

CREATE INDEX provision_wid ON provision (wid);

CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE claim_file (
  revision INTEGER NOT NULL REFERENCES revision (id),
  name     TEXT NOT NULL CHECK (name <> ''),
  source   TEXT NOT NULL REFERENCES blob (sha256),
  PRIMARY KEY (revision, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE comparison (
  revision INTEGER PRIMARY KEY REFERENCES revision (id),
  build    TEXT NOT NULL CHECK (build <> ''),
  digest   BLOB NOT NULL CHECK (length(digest) = 32), -- SHA-256 of the bytes
  bytes    BLOB NOT NULL
) STRICT;

CREATE TABLE entry (
  hash   TEXT PRIMARY KEY CHECK (length(hash) = 64),
  rank   TEXT NOT NULL, -- what the record's order goes by first, then by seq and hash
  body   TEXT NOT NULL CHECK (json_valid(body)),
  seq    INTEGER NOT NULL GENERATED ALWAYS AS (body ->> '$.seq') STORED CHECK (seq > 0),
  kind   TEXT NOT NULL GENERATED ALWAYS AS (body ->> '$.kind') STORED
         CHECK (kind <> '')
) STRICT;

CREATE TABLE label (
  revision  INTEGER NOT NULL,
  provision INTEGER NOT NULL, -- its seq
  unit      TEXT NOT NULL,    -- what its word numbers: article; '' for a bare number
  form      TEXT NOT NULL CHECK (form IN ('bare', 'dot', 'paren', 'parens', 'word', 'bullet', 'degree', 'dash', 'code', 'unknown')),
  number    TEXT NOT NULL,    -- in canonical spelling; '' for a bullet
  family    TEXT NOT NULL,    -- the sequence of its text that it runs in; '' where none was told
  PRIMARY KEY (revision, provision),
  FOREIGN KEY (revision, provision) REFERENCES provision (revision, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  revision  INTEGER NOT NULL,
  provision INTEGER NOT NULL, -- its seq
  seq       INTEGER NOT NULL CHECK (seq >= 0),
  kind      TEXT NOT NULL CHECK (kind IN ('footnote', 'comment', 'editorial', 'header', 'footer', 'eid', 'wid')),
  mark      TEXT NOT NULL,
  author    TEXT NOT NULL,
  body      TEXT NOT NULL CHECK (body <> ''),
  PRIMARY KEY (revision, provision, seq),
  FOREIGN KEY (revision, provision) REFERENCES provision (revision, seq)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE related_file (
  document TEXT NOT NULL CHECK (document <> ''), -- its key
  name     TEXT NOT NULL CHECK (name <> ''),
  source   TEXT NOT NULL REFERENCES blob (sha256),
  PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE seal (
  kind     TEXT NOT NULL CHECK (kind <> ''),
  revision INTEGER NOT NULL, -- 0 for what belongs to no single one
  digest   BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (kind, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_part (
  text    TEXT NOT NULL CHECK (text <> ''), -- revision/2007, document/KEY, source/2007/NAME
  part    INTEGER NOT NULL CHECK (part >= 0),
  build   TEXT NOT NULL CHECK (build <> ''),
  made_of TEXT NOT NULL CHECK (made_of <> ''), -- names the words it was made of
  digest  BLOB NOT NULL CHECK (length(digest) = 32), -- SHA-256 of the bytes
  bytes   BLOB NOT NULL,
  PRIMARY KEY (text, part)
) STRICT;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signature (
  entry TEXT NOT NULL REFERENCES entry (hash),
  key   TEXT NOT NULL CHECK (key <> ''),
  text  TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (entry, key, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE text (
  id      INTEGER PRIMARY KEY,
  digest  BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
  heading TEXT NOT NULL,
  body    TEXT NOT NULL
) STRICT;

CREATE TABLE tip (
  hash TEXT PRIMARY KEY REFERENCES entry (hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE trust (
  key TEXT PRIMARY KEY CHECK (key <> '')
) STRICT, WITHOUT ROWID;

CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob
BEGIN SELECT RAISE(ABORT, 'stored files are immutable'); END;

CREATE TRIGGER blob_no_replace BEFORE INSERT ON blob
WHEN EXISTS (SELECT 1 FROM blob WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'stored files are immutable'); END;

CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'stored files are immutable'); END;

CREATE TRIGGER entry_after BEFORE INSERT ON entry
WHEN EXISTS (
  SELECT 1 FROM json_each(NEW.body, '$.before') AS b
  WHERE NOT EXISTS (SELECT 1 FROM entry WHERE hash = b.value))
BEGIN SELECT RAISE(ABORT, 'the entry before it is missing'); END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER entry_no_replace BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER entry_tip AFTER INSERT ON entry
BEGIN
  DELETE FROM tip WHERE hash IN (SELECT value FROM json_each(NEW.body, '$.before'));
  INSERT INTO tip (hash) VALUES (NEW.hash);
END;

CREATE TRIGGER label_no_delete BEFORE DELETE ON label
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER label_no_update BEFORE UPDATE ON label
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER label_sealed BEFORE INSERT ON label
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER note_no_delete BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER note_no_update BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER note_sealed BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER provision_no_delete BEFORE DELETE ON provision
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER provision_no_update BEFORE UPDATE ON provision
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER provision_sealed BEFORE INSERT ON provision
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER revision_no_replace BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE label = NEW.label OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'seals are renewed, not taken away'); END;

CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal WHEN OLD.kind = 'revision'
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER signature_no_replace BEFORE INSERT ON signature
WHEN EXISTS (SELECT 1 FROM signature WHERE entry = NEW.entry AND key = NEW.key AND text = NEW.text)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER text_no_delete BEFORE DELETE ON text
BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;

CREATE TRIGGER text_no_replace BEFORE INSERT ON text
WHEN EXISTS (SELECT 1 FROM text WHERE id = NEW.id OR digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;

CREATE TRIGGER text_no_update BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;
