package significance

// Code names what was found out about a change. What it says in English,
// Azerbaijani and Russian stands in the phrase catalogue (render/message).
type Code string

// Reason is one thing that speaks for a change's significance.
type Reason struct {
	Code  Code
	Args  []any  // what the wording has places for: how many clauses
	Items []Item // what it was found of, in the words of the texts; a few of them
	More  int    // how many more there are
}

// Item is something in the texts that a reason is about: what stood in the old one
// became what stands in the new one. One side is "" for what was added or removed,
// and for an address that words moved to or from.
type Item struct {
	Old, New string
	// Still says where the new text has the name that was removed here: the
	// addresses of the first clauses, in their order, parted by spaces; StillMore
	// counts the others.
	Still     string
	StillMore int
}

// The reasons for a significance.
const (
	NewProvision    Code = "new-provision"
	ProvisionGone   Code = "provision-removed"
	Divided         Code = "divided" // into how many clauses
	Joined          Code = "joined"  // how many clauses
	WasRenumbered   Code = "renumbered"
	WasMoved        Code = "moved"
	UnderAnother    Code = "moved-under-another-heading"
	TextMovedTo     Code = "text-moved-to"
	TextMovedFrom   Code = "text-moved-from"
	TextMovedWithin Code = "text-moved-within" // the clause
	Wording         Code = "wording"
	HeadingWording  Code = "heading"
	TextAdded       Code = "text-added"
	TextRemoved     Code = "text-removed"
	NameChanged     Code = "name"         // most of its words are the same
	NameRemoved     Code = "name-removed" // from here: the new text has it elsewhere
	NameGone        Code = "name-gone"    // from the whole text
	NameAdded       Code = "name-added"
	Punctuation     Code = "punctuation"
	ParagraphBreaks Code = "paragraph-breaks"
	Spacing         Code = "spacing"
	Spelling        Code = "spelling"
	CapitalLetters  Code = "capital-letters"
	OtherScript     Code = "letters-of-another-script" // that look the same
	OwnStanding     Code = "note-on-its-own-standing"  // a draft says that it is one
	FollowsNumber   Code = "reference-follows-renumbering"
	MoreReasons     Code = "more" // how many

	ModalityChanged    Code = "modality"
	ModalityRemoved    Code = "modality-removed"
	ModalityAdded      Code = "modality-added"
	ModalityRewritten  Code = "modality-written-otherwise"
	NegationChanged    Code = "negation"
	NegationRemoved    Code = "negation-removed"
	NegationAdded      Code = "negation-added"
	NegationRewritten  Code = "negation-written-otherwise"
	ReferenceChanged   Code = "reference"
	ReferenceRemoved   Code = "reference-removed"
	ReferenceAdded     Code = "reference-added"
	ReferenceRewritten Code = "reference-written-otherwise"
	DateChanged        Code = "date"
	DateRemoved        Code = "date-removed"
	DateAdded          Code = "date-added"
	DateRewritten      Code = "date-written-otherwise"
	NumberChanged      Code = "number"
	NumberRemoved      Code = "number-removed"
	NumberAdded        Code = "number-added"
	NumberRewritten    Code = "number-written-otherwise"

	BoundChanged         Code = "bound" // at least → at most
	BoundRemoved         Code = "bound-removed"
	BoundAdded           Code = "bound-added"
	BoundRewritten       Code = "bound-written-otherwise"
	RestrictionChanged   Code = "restriction" // only → solely
	RestrictionRemoved   Code = "restriction-removed"
	RestrictionAdded     Code = "restriction-added"
	RestrictionRewritten Code = "restriction-written-otherwise"
	ExceptionChanged     Code = "exception" // except → unless
	ExceptionRemoved     Code = "exception-removed"
	ExceptionAdded       Code = "exception-added"
	ExceptionRewritten   Code = "exception-written-otherwise"
	ConjunctionChanged   Code = "conjunction" // and → or
	ConjunctionRewritten Code = "conjunction-written-otherwise"

	ObligationRemoved     Code = "obligation-removed"
	ObligationAdded       Code = "obligation-added"
	PermissionRemoved     Code = "permission-removed"
	PermissionAdded       Code = "permission-added"
	ProhibitionRemoved    Code = "prohibition-removed"
	ProhibitionAdded      Code = "prohibition-added"
	RecommendationRemoved Code = "recommendation-removed"
	RecommendationAdded   Code = "recommendation-added"
)
