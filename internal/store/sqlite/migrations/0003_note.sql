-- What files say beside their text: footnotes, comments, what a consolidation
-- remarks, names that the file itself gave its provisions. Notes belong to one
-- revision, are written with its tree and sealed with it.
CREATE TABLE note (
  revision  INTEGER NOT NULL,
  provision INTEGER NOT NULL, -- its seq
  seq       INTEGER NOT NULL CHECK (seq >= 0),
  kind      TEXT NOT NULL CHECK (kind IN ('footnote', 'comment', 'editorial', 'eid', 'wid')),
  mark      TEXT NOT NULL,
  author    TEXT NOT NULL,
  body      TEXT NOT NULL CHECK (body <> ''),
  PRIMARY KEY (revision, provision, seq),
  FOREIGN KEY (revision, provision) REFERENCES provision (revision, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER note_sealed BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER note_no_update BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER note_no_delete BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
