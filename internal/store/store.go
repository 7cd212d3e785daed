package store

import (
	"context"
	"time"

	"conceptdiff/internal/review"
	"conceptdiff/internal/review/exchange"
	"conceptdiff/internal/revision"
)

// Store is an open store.
type Store interface {
	Revisions
	Claims
	Related
	Searched
	Comparisons
	Record
	Members

	Path() string // as it was opened, for messages
	// Version is another number whenever anything in the store was changed, by whichever
	// process.
	Version(ctx context.Context) (int64, error)
	// Integrity reads everything and says what is wrong, in plain words.
	Integrity(ctx context.Context) ([]string, error)
	// Snapshot is all that the store holds at one moment, also while others write: for
	// whoever checks one thing in it against another. build names whose comparisons are
	// meant; whole also looks for what is wrong with the store itself, as Integrity does.
	Snapshot(ctx context.Context, build string, whole bool) (Snapshot, error)
	// Backup writes a copy of the store, as it is at one moment, to a file that is
	// not there yet; else the error wraps [ErrExists].
	Backup(ctx context.Context, path string) error
	// Close waits for what runs and gives back what the store holds open.
	Close() error
}

// Snapshot is what a store holds at one moment.
type Snapshot struct {
	Problems       []string // of the store itself, in plain words; all else is empty when there are any
	Revisions      []*revision.Revision
	Record         *review.Record
	RecordProblems []review.Problem
	Comparisons    map[string][]byte // what one build found, by label
}

// Driver makes and opens stores of one kind.
type Driver interface {
	// Open opens the store at a path, and makes it where there is none.
	Open(ctx context.Context, path string) (Store, error)
	// Restore makes the store at path from a backup, after checking it. What is at
	// path stays, with an error that wraps [ErrExists].
	Restore(ctx context.Context, backup, path string) error
}

// Revisions keeps revisions and the files they were read from. A label that is
// asked for and not stored is a [*NotFoundError].
type Revisions interface {
	// Revisions tells what is known of each, a base before what revises it.
	Revisions(ctx context.Context) ([]revision.Meta, error)
	RevisionByLabel(ctx context.Context, label string) (*revision.Revision, error)
	// SourceBytes is the file a revision was read from, as received.
	SourceBytes(ctx context.Context, label string) ([]byte, error)
	// SaveRevision stores a revision, its source and what was found between it and
	// its base. created is false when the same bytes are stored under that label;
	// other bytes under a label that is taken are a [*LabelTakenError].
	SaveRevision(ctx context.Context, r *revision.Revision, source []byte, found Found) (created bool, err error)
}

// Claims keeps the claims files of each revision as they are now, and the copies of
// publications in which their quotations stand.
type Claims interface {
	// ClaimFiles are the claims files of a revision, by name.
	ClaimFiles(ctx context.Context, label string) ([]ClaimFile, error)
	// ClaimSource is the copy that is kept under a name, nil when there is none.
	ClaimSource(ctx context.Context, label, name string) ([]byte, error)
	// ClaimDigests tells the SHA-256 of all claims files and copies by label and name.
	ClaimDigests(ctx context.Context) (map[string]map[string]string, error)
	// SetClaimFiles makes files all the claims files and copies of a revision.
	SetClaimFiles(ctx context.Context, label string, files []ClaimFile) error
}

// Related keeps the documents around the revisions as they are now: of each, by its key,
// its record and the text as received, where that is there.
type Related interface {
	RelatedFiles(ctx context.Context) (map[string][]ClaimFile, error)
	// RelatedDigests tells the SHA-256 of all of them by key and name.
	RelatedDigests(ctx context.Context) (map[string]map[string]string, error)
	// SetRelatedFiles makes files all those of a document; with none it is forgotten.
	SetRelatedFiles(ctx context.Context, key string, files []ClaimFile) error
}

// Searched keeps what texts are searched by, for the build of the program that made it.
type Searched interface {
	// SearchIndexes tells of what words each of a build was made, by the name of the text.
	SearchIndexes(ctx context.Context, build string) (map[string]string, error)
	// SearchPart is one part of an index, nil when it is not there.
	SearchPart(ctx context.Context, text string, part int) ([]byte, error)
	// SaveSearchIndex stores an index in place of what is stored of that text; one without
	// parts is forgotten.
	SaveSearchIndex(ctx context.Context, text string, index SearchIndex) error
}

// SearchIndex is what a text is searched by.
type SearchIndex struct {
	Build  string
	MadeOf string // another text whenever the words are others
	Parts  [][]byte
}

// Comparisons keeps what was found between a revision and its base, for the build
// of the program that found it.
type Comparisons interface {
	// Comparison is nil when that build has stored none.
	Comparison(ctx context.Context, label, build string) ([]byte, error)
	SaveComparison(ctx context.Context, label string, found Found) error
}

// Record keeps what the committee says: see package review.
type Record interface {
	// Record loads the whole record; problems say what is wrong with it.
	Record(ctx context.Context) (*review.Record, []review.Problem, error)
	// RecordState is another text whenever something was added to the record.
	RecordState(ctx context.Context) (string, error)
	// Enter adds what a member says to the end of the record.
	Enter(ctx context.Context, at time.Time, by string, says review.Statement) (review.Entry, error)
	// Admit takes in a record from another copy, all of it or nothing; trust and unsigned
	// are those of [exchange.Policy].
	Admit(ctx context.Context, other *review.Record, trust []string, unsigned bool) (exchange.Admission, error)
	// TrustedKeys are the keys of chairs whose word on members this copy takes.
	TrustedKeys(ctx context.Context) ([]string, error)
	AddSignature(ctx context.Context, sig review.Signature) error
}

// Members answers quickly who the members are, and keeps in whose name this copy
// is written to.
type Members interface {
	Members(ctx context.Context) ([]review.Member, error)
	DefaultMember(ctx context.Context) (string, error) // "" for nobody
	SetDefaultMember(ctx context.Context, name string) error
	// Passcode is what a member's passcode is checked against, "" for none: see
	// package workspace. It is kept with this copy and is no part of the record.
	Passcode(ctx context.Context, member string) (string, error)
	SetPasscode(ctx context.Context, member, check string) error
	HasPasscodes(ctx context.Context) (bool, error)
}

// ClaimFile is a file with claims about a revision, a copy of what one quotes, or a file
// of a related document, as received.
type ClaimFile struct {
	Name   string // base name: "modern-az-2025-10-17.yaml"; that of a copy after [SourcePrefix]
	SHA256 string // lower-case hex digest of Data; set when stored
	Data   []byte
}

// SourcePrefix stands before the name of a copy: "sources/article.html".
const SourcePrefix = "sources/"

// Found is what a build of the program found between a revision and its base.
type Found struct {
	Build string // names the build; "" when there is nothing to store
	Data  []byte
}
