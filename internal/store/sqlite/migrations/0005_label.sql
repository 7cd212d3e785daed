-- What the number that a provision prints was read as when its revision was
-- imported: addresses, sequences and references rest on it, and it is never read
-- again. Labels are written with their tree and sealed with it.
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

-- Here the program reads the numbers of the revisions that are stored already.

CREATE TRIGGER label_sealed BEFORE INSERT ON label
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER label_no_update BEFORE UPDATE ON label
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER label_no_delete BEFORE DELETE ON label
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
