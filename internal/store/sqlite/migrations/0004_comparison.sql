-- What each revision became from its base, as the program found it. It can be
-- found again from the texts at any time: it is here only to save that work, for
-- the one build of the program that found it.
CREATE TABLE comparison (
  revision INTEGER PRIMARY KEY REFERENCES revision (id),
  build    TEXT NOT NULL CHECK (build <> ''),
  digest   BLOB NOT NULL CHECK (length(digest) = 32), -- SHA-256 of the bytes
  bytes    BLOB NOT NULL
) STRICT;
