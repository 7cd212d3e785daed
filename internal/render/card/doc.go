// Package card draws the figures of a report as one picture, of the size that networks
// and newspapers show beside a link: how many clauses became what, how many words were
// kept, what standing the texts have, and which sources are listed.
//
// The picture is laid out once, with the widths of the font that is part of the binary
// (DejaVu Sans Condensed), and drawn twice: as SVG, and as PNG without any other program.
// The same report gives the same bytes.
package card
