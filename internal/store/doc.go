// Package store says what a workspace needs of the place where revisions, claims
// files, kept comparisons and the committee's record are kept, and how that place
// fails. It names no driver: package sqlite below it is the one store there is, and
// a second one (another database, a server) is a second package beside that.
//
// What every [Store] promises:
//
//   - A stored revision never changes, and the record is only added to.
//   - Each call that writes stores all of what it was given or nothing.
//   - It is safe for many callers at once, also from several processes.
//   - What a person says is entered only as package review allows it: the rules
//     stand there, a store carries them out within its transaction.
package store
