// Inventory writes what a release contains: an SPDX 2.3 document (spdx.github.io) of the
// modules that are linked into the program on any of its systems, and the texts of their
// licences in one file, which must go with every copy.
package main

import (
	"bytes"
	"crypto/sha1"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed licences.txt
var licences string

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "inventory:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return errors.New("usage: inventory VERSION FOLDER")
	}
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return fmt.Errorf("SOURCE_DATE_EPOCH is no number of seconds: %w", err)
	}
	parts, err := linked()
	if err != nil {
		return err
	}
	parts = append(parts, standard(), pdfium())
	list, err := spdx(args[0], time.Unix(seconds, 0).UTC(), parts)
	if err != nil {
		return err
	}
	texts, err := notices(parts)
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(args[1], "conceptdiff-"+args[0]+".spdx.json"), list, 0o644),
		os.WriteFile(filepath.Join(args[1], "THIRD-PARTY-LICENCES.txt"), texts, 0o644))
}

// part is a work of others in the program.
type part struct {
	name, version string
	licence       string // an SPDX expression
	purl          string // package URL; "" for none
	dir           string // where its licence files are
}

// linked are the modules in the program, by path.
func linked() ([]part, error) {
	ids := map[string]string{}
	for line := range strings.Lines(licences) {
		if module, id, ok := strings.Cut(strings.TrimSpace(line), " "); ok && module != "#" {
			ids[module] = strings.TrimSpace(id)
		}
	}
	found := map[string]part{}
	for _, system := range []string{"linux", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/conceptdiff")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
		list.Stderr = os.Stderr
		out, err := list.Output()
		if err != nil {
			return nil, fmt.Errorf("go list for %s: %w", system, err)
		}
		for line := range strings.Lines(string(out)) {
			f := strings.Split(strings.TrimSpace(line), "\t")
			if len(f) != 3 {
				continue // not of a module: the standard library
			}
			id := ids[f[0]]
			if id == "" {
				return nil, fmt.Errorf("%s is in the program, but not in licences.txt: read its licence and add it", f[0])
			}
			found[f[0]] = part{name: f[0], version: f[1], licence: id, purl: "pkg:golang/" + f[0] + "@" + f[1], dir: f[2]}
		}
	}
	var parts []part
	for _, p := range found {
		parts = append(parts, p)
	}
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	return parts, nil
}

// standard is the standard library and run time of the compiler that builds.
func standard() part {
	return part{
		name: "Go standard library", version: runtime.Version(), licence: "BSD-3-Clause",
		purl: "pkg:golang/std@" + strings.TrimPrefix(runtime.Version(), "go"), dir: goroot(),
	}
}

func goroot() string {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// pdfium is the reader of PDF files, as its folder's README describes it.
func pdfium() part {
	return part{
		name: "@embedpdf/pdfium", version: "2.15.1", licence: "BSD-3-Clause AND Apache-2.0 AND MIT",
		purl: "pkg:npm/%40embedpdf/pdfium@2.15.1", dir: filepath.Join("internal", "ingest", "pdf", "pdfium"),
	}
}

// notices joins the licence files of all parts. A part without one is an error.
func notices(parts []part) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintln(&b, "conceptdiff contains the works of others that are named here, under these licences.")
	for _, p := range parts {
		files, err := licenceFiles(p.dir)
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, fmt.Errorf("%s: no licence file in %s", p.name, p.dir)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&b, "\n%s\n%s %s (%s): %s\n%s\n\n%s\n", strings.Repeat("=", 78), p.name, p.version, p.licence,
				filepath.Base(file), strings.Repeat("=", 78), bytes.TrimSpace(text))
		}
	}
	return b.Bytes(), nil
}

func licenceFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if !e.IsDir() && (strings.Contains(name, "LICEN") || strings.HasPrefix(name, "COPYING") || strings.HasPrefix(name, "NOTICE")) {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files, nil
}

// spdx writes the list. Its name space bears the digest of what it lists, so that two
// lists that differ have two.
func spdx(version string, at time.Time, parts []part) ([]byte, error) {
	type reference struct {
		Category string `json:"referenceCategory"`
		Type     string `json:"referenceType"`
		Locator  string `json:"referenceLocator"`
	}
	type pkg struct {
		ID          string      `json:"SPDXID"`
		Name        string      `json:"name"`
		Version     string      `json:"versionInfo"`
		Location    string      `json:"downloadLocation"`
		Analyzed    bool        `json:"filesAnalyzed"`
		Concluded   string      `json:"licenseConcluded"`
		Declared    string      `json:"licenseDeclared"`
		Copyright   string      `json:"copyrightText"`
		ExternalRef []reference `json:"externalRefs,omitempty"`
	}
	type relation struct {
		From string `json:"spdxElementId"`
		Type string `json:"relationshipType"`
		To   string `json:"relatedSpdxElement"`
	}
	const none = "NOASSERTION"
	const root = "SPDXRef-conceptdiff"
	packages := []pkg{{ID: root, Name: "conceptdiff", Version: version, Location: none, Concluded: "Apache-2.0", Declared: "Apache-2.0", Copyright: none}}
	relations := []relation{{From: "SPDXRef-DOCUMENT", Type: "DESCRIBES", To: root}}
	digest := sha1.New()
	for i, p := range parts {
		id := fmt.Sprintf("SPDXRef-%d", i+1)
		fmt.Fprintln(digest, p.name, p.version, p.licence)
		packages = append(packages, pkg{
			ID: id, Name: p.name, Version: p.version, Location: none, Concluded: p.licence, Declared: p.licence, Copyright: none,
			ExternalRef: []reference{{Category: "PACKAGE-MANAGER", Type: "purl", Locator: p.purl}},
		})
		relations = append(relations, relation{From: root, Type: "CONTAINS", To: id})
	}
	document := struct {
		Version   string `json:"spdxVersion"`
		Licence   string `json:"dataLicense"`
		ID        string `json:"SPDXID"`
		Name      string `json:"name"`
		Namespace string `json:"documentNamespace"`
		Creation  struct {
			Created  string   `json:"created"`
			Creators []string `json:"creators"`
		} `json:"creationInfo"`
		Packages  []pkg      `json:"packages"`
		Relations []relation `json:"relationships"`
	}{
		Version: "SPDX-2.3", Licence: "CC0-1.0", ID: "SPDXRef-DOCUMENT", Name: "conceptdiff-" + version,
		Namespace: fmt.Sprintf("https://spdx.org/spdxdocs/conceptdiff-%s-%x", version, digest.Sum(nil)),
		Packages:  packages, Relations: relations,
	}
	document.Creation.Created = at.Format(time.RFC3339)
	document.Creation.Creators = []string{"Tool: conceptdiff-inventory"}
	data, err := json.MarshalIndent(document, "", "  ")
	return append(data, '\n'), err
}
