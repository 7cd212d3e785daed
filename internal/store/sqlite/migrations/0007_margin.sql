-- Headers and footers of pages are notes of their component: a change in them
-- must not read as none.
DROP TRIGGER note_sealed;
DROP TRIGGER note_no_update;
DROP TRIGGER note_no_delete;
ALTER TABLE note RENAME TO note_6;

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

INSERT INTO note SELECT revision, provision, seq, kind, mark, author, body FROM note_6;
DROP TABLE note_6;

CREATE TRIGGER note_sealed BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER note_no_update BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER note_no_delete BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
