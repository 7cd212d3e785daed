-- The record also holds what people say of passages that speak of the same. A CHECK cannot
-- be changed, so the table is made anew, with those that refer to it; which kinds there are
-- is for the program to say.
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
ALTER TABLE signature RENAME TO signature_8;
ALTER TABLE tip RENAME TO tip_8;
ALTER TABLE entry RENAME TO entry_8;

CREATE TABLE entry (
  hash   TEXT PRIMARY KEY CHECK (length(hash) = 64),
  rank   TEXT NOT NULL, -- what the record's order goes by first, then by seq and hash
  body   TEXT NOT NULL CHECK (json_valid(body)),
  seq    INTEGER NOT NULL GENERATED ALWAYS AS (body ->> '$.seq') STORED CHECK (seq > 0),
  kind   TEXT NOT NULL GENERATED ALWAYS AS (body ->> '$.kind') STORED
         CHECK (kind <> '')
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

INSERT INTO entry (hash, rank, body) SELECT hash, rank, body FROM entry_8;
INSERT INTO tip SELECT hash FROM tip_8;
INSERT INTO signature SELECT entry, key, text FROM signature_8;
DROP TABLE signature_8;
DROP TABLE tip_8;
DROP TABLE entry_8;

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

-- The documents around the revisions, as they lie in the folder: of each the record and,
-- where it is there, the text as received.
CREATE TABLE related_file (
  document TEXT NOT NULL CHECK (document <> ''), -- its key
  name     TEXT NOT NULL CHECK (name <> ''),
  source   TEXT NOT NULL REFERENCES blob (sha256),
  PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;

-- What a build of the program found to search a text by, in parts, so that a search reads
-- few of them. It can always be made again.
CREATE TABLE search_part (
  text    TEXT NOT NULL CHECK (text <> ''), -- revision/2007, document/KEY, source/2007/NAME
  part    INTEGER NOT NULL CHECK (part >= 0),
  build   TEXT NOT NULL CHECK (build <> ''),
  made_of TEXT NOT NULL CHECK (made_of <> ''), -- names the words it was made of
  digest  BLOB NOT NULL CHECK (length(digest) = 32), -- SHA-256 of the bytes
  bytes   BLOB NOT NULL,
  PRIMARY KEY (text, part)
) STRICT;

-- Here the program seals what is new.
