-- A digest over all that stands in the rows of one thing, so that a change to any of
-- them is noticed: of a revision with its tree, labels and notes; of its claims
-- files; of its kept comparison; and, under revision 0, of the list of revisions, of
-- the signatures and of the settings. What the digests of texts, files and entries
-- vouch for already is named by its digest.
CREATE TABLE seal (
  kind     TEXT NOT NULL CHECK (kind IN ('revision', 'claims', 'comparison', 'revisions', 'signatures', 'settings')),
  revision INTEGER NOT NULL, -- 0 for what belongs to no single one
  digest   BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (kind, revision)
) STRICT, WITHOUT ROWID;

-- Here the program seals what is stored already.

CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal WHEN OLD.kind = 'revision'
BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;

CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'seals are renewed, not taken away'); END;
