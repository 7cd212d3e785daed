package pdf

import (
	"context"
	"errors"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/emscripten"
)

// What PDFium sees of the world outside its memory: nothing. There are no
// files, no clock (it is always 1970), no surroundings; all it can do is ask
// for more memory, up to maxMemory.

// errno of WASI and, negative, of Emscripten's system calls. What PDFium asks for
// beyond this is answered with one of them, which it takes for a system without
// files.
const (
	badFile = 8
	noEntry = 44
)

// exportHost answers every import of the code, also those that only other versions of
// it have: an import without an answer would keep the code from starting.
func (e *engine) exportHost(ctx context.Context) error {
	builders := map[string]wazero.HostModuleBuilder{}
	var order []string
	for _, f := range e.code.ImportedFunctions() {
		module, name, _ := f.Import()
		b := builders[module]
		if b == nil {
			b = e.runtime.NewHostModuleBuilder(module)
			builders[module] = b
			order = append(order, module)
		}
		b.NewFunctionBuilder().
			WithGoModuleFunction(hostFunction(name, len(f.ResultTypes())), f.ParamTypes(), f.ResultTypes()).
			Export(name)
	}
	if env := builders["env"]; env != nil {
		// setjmp and longjmp, which PDFium's image and font libraries use.
		jumps, err := emscripten.NewFunctionExporterForModule(e.code)
		if err != nil {
			return err
		}
		jumps.ExportFunctions(env)
	}
	for _, module := range order {
		if _, err := builders[module].Instantiate(ctx); err != nil {
			return err
		}
	}
	return nil
}

// errAborted is what PDFium's own assertions end in.
var errAborted = errors.New("PDFium gave up")

// hostFunction is the answer to an import with that name and number of results.
func hostFunction(name string, results int) api.GoModuleFunc {
	switch name {
	case "_abort_js", "__assert_fail":
		return func(context.Context, api.Module, []uint64) { panic(errAborted) }
	case "emscripten_resize_heap":
		return resizeHeap
	case "_emscripten_memcpy_js":
		return copyMemory
	case "environ_sizes_get":
		return noEnvironment
	case "environ_get", "emscripten_date_now":
		return answer(results, 0)
	case "fd_close", "fd_read", "fd_write", "fd_seek", "fd_sync":
		return answer(results, badFile)
	}
	return answer(results, api.EncodeI32(-noEntry))
}

// answer is a function that gives one value, or nothing where no result is asked for.
func answer(results int, value uint64) api.GoModuleFunc {
	return func(_ context.Context, _ api.Module, stack []uint64) {
		if results > 0 {
			stack[0] = value
		}
	}
}

// noEnvironment says that there are no environment variables: none, in no bytes.
func noEnvironment(_ context.Context, m api.Module, stack []uint64) {
	count, size := api.DecodeU32(stack[0]), api.DecodeU32(stack[1])
	m.Memory().WriteUint32Le(count, 0)
	m.Memory().WriteUint32Le(size, 0)
	stack[0] = 0
}

// resizeHeap grows the memory to at least the size wanted, by a fifth at a time
// because growing copies it.
func resizeHeap(_ context.Context, m api.Module, stack []uint64) {
	want, have := uint64(api.DecodeU32(stack[0])), uint64(m.Memory().Size())
	stack[0] = 0
	for _, size := range []uint64{max(want, have+have/5), want} {
		if size > maxMemory || size <= have {
			continue
		}
		if _, ok := m.Memory().Grow(uint32((size - have + pageSize - 1) / pageSize)); ok {
			stack[0] = 1
			return
		}
	}
}

// copyMemory is memcpy for large pieces, which Emscripten leaves to its host.
func copyMemory(_ context.Context, m api.Module, stack []uint64) {
	to, from, n := api.DecodeU32(stack[0]), api.DecodeU32(stack[1]), api.DecodeU32(stack[2])
	b, ok := m.Memory().Read(from, n)
	if !ok || !m.Memory().Write(to, b) {
		panic(errAborted)
	}
}
