// Package markdown writes Markdown: CommonMark with strikethrough and tables, as
// GitHub reads it. Foreign text is escaped so that it reads as it stands.
//
// document.go walks over a [model.Document], table.go writes the comparative table, and
// writer.go knows what Markdown would take for mark-up: at the start of a line, inside
// one, and in the cell of a table, where a line ends with <br>.
package markdown
