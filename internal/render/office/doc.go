// Package office writes the comparative table and the committee's sheets as Word
// documents (Office Open XML). The same value gives the same bytes.
package office
