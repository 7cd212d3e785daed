// Package plain makes foreign text safe to show: control characters become
// visible, and addresses become fragments that a link can go to.
package plain
