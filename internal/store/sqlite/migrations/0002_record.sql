-- The record of the committee: who said what, when, about which words.

-- One row an entry, in its canonical form. All else is taken from that form, so
-- that no column can contradict it; only the rank needs the entries before it.
CREATE TABLE entry (
  hash   TEXT PRIMARY KEY CHECK (length(hash) = 64),
  rank   TEXT NOT NULL, -- what the record's order goes by first, then by seq and hash
  body   TEXT NOT NULL CHECK (json_valid(body)),
  seq    INTEGER NOT NULL GENERATED ALWAYS AS (body ->> '$.seq') STORED CHECK (seq > 0),
  kind   TEXT NOT NULL GENERATED ALWAYS AS (body ->> '$.kind') STORED
         CHECK (kind IN ('member', 'mark', 'decision', 'rebinding', 'pin'))
) STRICT;

CREATE INDEX entry_order ON entry (rank, seq, hash);
CREATE INDEX entry_member ON entry (rank, seq, hash) WHERE kind = 'member';

-- The entries that no other names: the next one names them. Kept by trigger.
CREATE TABLE tip (
  hash TEXT PRIMARY KEY REFERENCES entry (hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature (
  entry TEXT NOT NULL REFERENCES entry (hash),
  key   TEXT NOT NULL CHECK (key <> ''),
  text  TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (entry, key, text)
) STRICT, WITHOUT ROWID;

-- What holds for this copy alone and is no part of the record.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An entry comes after those before it.
CREATE TRIGGER entry_after BEFORE INSERT ON entry
WHEN EXISTS (
  SELECT 1 FROM json_each(NEW.body, '$.before') AS b
  WHERE NOT EXISTS (SELECT 1 FROM entry WHERE hash = b.value))
BEGIN SELECT RAISE(ABORT, 'the entry before it is missing'); END;

CREATE TRIGGER entry_tip AFTER INSERT ON entry
BEGIN
  DELETE FROM tip WHERE hash IN (SELECT value FROM json_each(NEW.body, '$.before'));
  INSERT INTO tip (hash) VALUES (NEW.hash);
END;

-- The record is only ever added to.
CREATE TRIGGER entry_no_replace BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER signature_no_replace BEFORE INSERT ON signature
WHEN EXISTS (SELECT 1 FROM signature WHERE entry = NEW.entry AND key = NEW.key AND text = NEW.text)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
