package revision

import (
	"fmt"
	"reflect"
	"testing"

	"conceptdiff/internal/numbering"
)

func digested() *Revision {
	return &Revision{
		Meta: Meta{Label: "old", Source: Source{Name: "old.txt", SHA256: "00"}},
		Components: []*Provision{{Kind: KindComponent, Children: []*Provision{
			{Kind: KindClause, Num: "1.", EID: "1", WID: "old/1", Text: "Gates are green.", Label: numbering.Read("1."), Notes: []Note{{Kind: NoteFootnote, Text: "a remark"}}},
			{Kind: KindClause, Num: "2.", EID: "2", WID: "old/2"},
		}}},
	}
}

// Law: whatever is changed in a revision, its digest is another.
func TestDigestCoversAll(t *testing.T) {
	seen := map[string]string{digested().Digest(): "nothing"}
	try := func(what string, change func(*Revision)) {
		r := digested()
		change(r)
		if was, taken := seen[r.Digest()]; taken {
			t.Errorf("a change of %s is the same as one of %s", what, was)
		}
		seen[r.Digest()] = what
	}
	for name, of := range map[string]func(*Revision) reflect.Value{
		"the metadata": func(r *Revision) reflect.Value { return reflect.ValueOf(&r.Meta).Elem() },
		"the source":   func(r *Revision) reflect.Value { return reflect.ValueOf(&r.Source).Elem() },
		"a provision":  func(r *Revision) reflect.Value { return reflect.ValueOf(r.Components[0].Children[0]).Elem() },
		"a label":      func(r *Revision) reflect.Value { return reflect.ValueOf(&r.Components[0].Children[0].Label).Elem() },
		"a note":       func(r *Revision) reflect.Value { return reflect.ValueOf(&r.Components[0].Children[0].Notes[0]).Elem() },
	} {
		fields := of(digested()).Type()
		for i := range fields.NumField() {
			if fields.Field(i).Type.Kind() != reflect.String || fields.Field(i).Name == "Printed" { // Printed is Num again
				continue
			}
			try(fmt.Sprintf("%s: %s", name, fields.Field(i).Name), func(r *Revision) {
				v := of(r).Field(i)
				v.SetString(v.String() + "x")
			})
		}
	}
	try("a form", func(r *Revision) { r.Components[0].Children[0].Label.Form = numbering.FormParens })
	try("a place", func(r *Revision) {
		c := r.Components[0]
		c.Children[0].Children, c.Children = c.Children[1:], c.Children[:1]
	})
	try("an end", func(r *Revision) { r.Components[0].Children = r.Components[0].Children[:1] })
}
