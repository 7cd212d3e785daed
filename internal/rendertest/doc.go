// Package rendertest holds what the tests of the formats render: comparisons
// written down by hand, a committee, a report in which every text is hostile, and
// the Concept of 2007 against the draft. Only tests import it.
package rendertest
