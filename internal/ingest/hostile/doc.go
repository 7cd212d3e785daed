// Package hostile makes files that were made to do harm: small ones that expand, nest,
// repeat and refer to themselves until memory or time runs out, in every format that is
// read, and packages with a part altered at random. Tests read them, and scripts/attack
// does by the program itself; nothing else imports this.
//
// The same call makes the same bytes. A file is made when it is asked for, since many
// are large.
package hostile
