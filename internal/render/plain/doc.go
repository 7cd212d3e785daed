// Package plain makes foreign text safe to show: control characters become visible,
// and addresses become fragments that a link can go to. What it knows of is what
// acts, on terminals, in browsers and in the order of reading; escaping for its own
// syntax is each format's.
package plain
