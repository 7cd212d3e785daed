package pages

import (
	"os/exec"
	"runtime"
)

// openBrowser asks the system to open an address in the browser, and does not wait
// for it. The error says that the helper program is not there; whether a page was
// shown it does not tell.
func openBrowser(url string) error {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Process.Release()
}
