// Package markdown writes Markdown: CommonMark with strikethrough and tables, as
// GitHub reads it. Foreign text is escaped so that it reads as it stands.
package markdown
