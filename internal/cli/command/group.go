package command

// The groups under which help lists the commands, and the folders in which they
// stand.
const (
	GroupCompare   = "compare"   // package changes
	GroupClaims    = "claims"    // package claims
	GroupCommittee = "committee" // package committee
	GroupTexts     = "texts"     // package texts
	GroupStore     = "store"     // package storage
	GroupPages     = "pages"     // package pages
	GroupRelated   = "related"   // package related
)
