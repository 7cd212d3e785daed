// Package formula writes a formula as one line of text, so that nothing of it is
// joined that stands apart: a fraction is «a/b», a power «10^2» and an index «x_i», a
// root «√(2x)». The form is that of UnicodeMath (Unicode Technical Note 28), as far as
// fractions, scripts, roots, sums, brackets and matrices go.
//
// Word's formulas (Office Math, ECMA-376 part 1, chapter 22.1) and MathML name the same
// parts otherwise: [Office] and [MathML] know the names. Both read any tree, which is
// given by a [Tree].
package formula
