// Package command is what the commands have in common: what they run with ([Env]),
// flags whose values are known, the completion of labels and clauses, sheets and PDF
// files.
//
// A command is one file in the folder of its group, which is also the heading that
// help lists it under: package changes (compare), claims (what sources say),
// committee (its work), texts (read), storage (store). The file holds an options
// struct, a constructor that declares and checks flags, and a function that runs.
//
// Of a command «check» that is
//
//	type checkOptions struct{ … }       what its flags and arguments say, as typed
//	func newCheck(env *Env) *cobra.Command
//	                                    use line, help with examples, flags, completion;
//	                                    what the command line alone shows to be wrong
//	                                    is misuse ([fault.Misuse]) and told here
//	func runCheck(ctx, env, opts) error asks env.Workspace() and writes the result
//
// and a line in the Commands function of its group. A result goes out by Deliver (text
// for people, paged), WriteTo (files and what programs read) or Sheet (the formats that
// lists have in common); what is worth knowing beside it by Notice and Warn. A check
// that finds something ends in a [FindingsError], which is exit code 3.
package command
