// Package review holds the committee's work: the marks of its members, its
// decisions, and the record in which all of it stands.
//
// # The record
//
// Everything that is said is an [Entry]: who said what, when, about which words.
// An entry names the hashes of the entries before it, so that it vouches for
// them, and is itself named by the hash of its own canonical form (see
// docs/record.md). Nothing is ever changed or taken out: a member's later mark
// stands above the earlier one.
//
// As long as one copy of the store is written to, every entry has one before it
// and the record is a plain chain. When members work on copies of their own, each
// copy is a chain of its own, and when copies are brought together the record is
// all of their entries, each still with those before it:
//
//	chair   1 ── 2 ── 3 ────────── 7     7 names 3, 5 and 6: whoever has written
//	             │                 │     down the hash of 7 can check all seven
//	Aygün        ├── 3' ── 4' ─────┤
//	Rəşad        └── 3″ ───────────┘
//
// A record is a set of entries, so bringing copies together is a union: entries
// that are the same are recognised by their hash, and the order in which copies
// arrive makes no difference. [Record.Entries] has one order for all copies:
// whatever was written in knowledge of another entry comes after it, and what was
// written apart is ordered by time.
//
// # Marks
//
// A mark is tied to its words by an [Anchor]: identity, address, digest and
// quotation, within one revision, which never changes. [Carry] says what became of
// the marks in a later revision. It loses none: each is carried, follows its
// words elsewhere, is answered because they are gone, or is put before a person.
//
// The package touches no file, clock or database, and draws no random numbers:
// times and sources of randomness come from the caller.
package review
