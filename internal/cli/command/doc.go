// Package command is what the commands have in common: what they run with ([Env]),
// flags whose values are known, the completion of labels and clauses, sheets and PDF
// files.
//
// A command is one file in the folder of its group, which is also the heading that
// help lists it under: package changes (compare), claims (what sources say),
// committee (its work), texts (read), storage (store). The file holds an options
// struct, a constructor that declares and checks flags, and a function that runs.
package command
