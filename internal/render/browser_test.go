package render_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

// In a browser our own script runs under the page's policy and makes the toolbar
// usable, and nothing that a text holds runs.
func TestPageInBrowser(t *testing.T) {
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && browser == "" {
			browser = path
		}
	}
	if browser == "" {
		if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") == "1" {
			t.Fatal("no browser (Debian: chromium)")
		}
		t.Skip("no browser: chromium is looked for")
	}
	for name, r := range map[string]report.Report{"water": rendertest.MustBuild(t, rendertest.WaterPlan()), "hostile": rendertest.MustBuild(t, rendertest.Hostile())} {
		for kind, html := range pages(t, r) {
			if kind != "diff" && kind != "report" {
				continue
			}
			dir := t.TempDir()
			path := filepath.Join(dir, "page.html")
			if err := os.WriteFile(path, []byte(html), 0o600); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", //nolint:gosec // our own arguments
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+filepath.Join(dir, "profile"),
				"--enable-logging=stderr", "--dump-dom", "file://"+path)
			var out, log bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &log
			if err := cmd.Run(); err != nil {
				t.Fatalf("%s %s: %v\n%s", name, kind, err, log.String())
			}
			dom := out.String()
			if !strings.Contains(html, `class="script" hidden`) || strings.Contains(dom, `class="script" hidden`) {
				t.Errorf("%s %s: the script did not run", name, kind)
			}
			for line := range strings.Lines(log.String()) {
				if strings.Contains(line, "CONSOLE") {
					t.Errorf("%s %s: %s", name, kind, line)
				}
			}
		}
	}
}
