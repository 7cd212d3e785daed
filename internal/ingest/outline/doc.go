// Package outline makes the tree of provisions of a text's blocks: which numbers
// stand below which, which blocks belong to which component.
package outline
