// Package markdown makes blocks of Markdown that any program wrote.
package markdown
