-- The record also holds what is stored of each revision: an entry of its own kind. A
-- CHECK cannot be changed, so the table is made anew, with those that refer to it.
DROP TRIGGER entry_after;
DROP TRIGGER entry_tip;
DROP TRIGGER entry_no_replace;
DROP TRIGGER entry_no_update;
DROP TRIGGER entry_no_delete;
DROP TRIGGER signature_no_replace;
DROP TRIGGER signature_no_update;
DROP TRIGGER signature_no_delete;
DROP INDEX entry_order;
DROP INDEX entry_member;
ALTER TABLE signature RENAME TO signature_7;
ALTER TABLE tip RENAME TO tip_7;
ALTER TABLE entry RENAME TO entry_7;

CREATE TABLE entry (
  hash   TEXT PRIMARY KEY CHECK (length(hash) = 64),
  rank   TEXT NOT NULL, -- what the record's order goes by first, then by seq and hash
  body   TEXT NOT NULL CHECK (json_valid(body)),
  seq    INTEGER NOT NULL GENERATED ALWAYS AS (body ->> '$.seq') STORED CHECK (seq > 0),
  kind   TEXT NOT NULL GENERATED ALWAYS AS (body ->> '$.kind') STORED
         CHECK (kind IN ('member', 'mark', 'decision', 'rebinding', 'pin', 'revision'))
) STRICT;

CREATE TABLE tip (
  hash TEXT PRIMARY KEY REFERENCES entry (hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature (
  entry TEXT NOT NULL REFERENCES entry (hash),
  key   TEXT NOT NULL CHECK (key <> ''),
  text  TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (entry, key, text)
) STRICT, WITHOUT ROWID;

INSERT INTO entry (hash, rank, body) SELECT hash, rank, body FROM entry_7;
INSERT INTO tip SELECT hash FROM tip_7;
INSERT INTO signature SELECT entry, key, text FROM signature_7;
DROP TABLE signature_7;
DROP TABLE tip_7;
DROP TABLE entry_7;

CREATE INDEX entry_order ON entry (rank, seq, hash);
CREATE INDEX entry_member ON entry (rank, seq, hash) WHERE kind = 'member';

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

-- The public keys of chairs whose word on members this copy takes: those that were
-- entered here, and those that someone decided on. It is no part of the record.
CREATE TABLE trust (
  key TEXT PRIMARY KEY CHECK (key <> '')
) STRICT, WITHOUT ROWID;

-- What can be sealed is for the program to say.
DROP TRIGGER seal_no_update;
DROP TRIGGER seal_no_delete;
ALTER TABLE seal RENAME TO seal_7;

CREATE TABLE seal (
  kind     TEXT NOT NULL CHECK (kind <> ''),
  revision INTEGER NOT NULL, -- 0 for what belongs to no single one
  digest   BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (kind, revision)
) STRICT, WITHOUT ROWID;

INSERT INTO seal SELECT kind, revision, digest FROM seal_7;
DROP TABLE seal_7;

CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal WHEN OLD.kind = 'revision'
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'seals are renewed, not taken away'); END;

-- Here the program enters what is stored already.
