package json

import (
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A change and what stands before the changes are written as encoding/json writes
// them.
func TestAppend(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"a\nb", `"«\»"`, "<&>\u2028\u2029", "\x00\x1f\x7f\t\r", "\xff\xc3", "maddə 4.1.1", "\ufffd",
	}))
	measure := rapid.Map(rapid.Float64Range(-20, 20), func(x float64) float64 { return math.Round(1e4*x) / 1e4 })
	nodes := rapid.Just([]jsonNode{{Kind: "clause", EID: "1", Num: "1."}})
	for range 3 { // the type holds itself
		nodes = rapid.SliceOf(rapid.MakeCustom[jsonNode](rapid.MakeConfig{
			Types: map[reflect.Type]*rapid.Generator[any]{reflect.TypeFor[[]jsonNode](): nodes.AsAny()},
			Kinds: map[reflect.Kind]*rapid.Generator[any]{reflect.String: text.AsAny()},
		}))
	}
	arg := rapid.OneOf(text.AsAny(), rapid.IntRange(-9, 9999).AsAny(), rapid.SliceOf(text).AsAny())
	kinds := rapid.MakeConfig{
		Types: map[reflect.Type]*rapid.Generator[any]{reflect.TypeFor[[]jsonNode](): nodes.AsAny(), reflect.TypeFor[[]any](): rapid.SliceOf(arg).AsAny()},
		Kinds: map[reflect.Kind]*rapid.Generator[any]{reflect.String: text.AsAny(), reflect.Float64: measure.AsAny()},
	}
	change, head := rapid.MakeCustom[jsonChange](kinds), rapid.MakeCustom[jsonHead](kinds)
	rapid.Check(t, func(t *rapid.T) {
		c, h := change.Draw(t, "change"), head.Draw(t, "head")
		got, err := c.append([]byte("before"))
		if err != nil {
			t.Fatal(err)
		}
		if want := "before" + encoded(t, c); string(got) != want {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
		o := appendHead(nil, &h)
		if got, want := string(o.close()), encoded(t, h); got != want {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
	})
}

func encoded(t *rapid.T, v any) string {
	var b bytes.Buffer
	if err := newEncoder(&b).Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
