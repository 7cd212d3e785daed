package pdf

import (
	"compress/gzip"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// engineGz is PDFium as WebAssembly, compressed; see pdfium/README.md for its version
// and licences.
//
//go:embed pdfium/pdfium.wasm.gz
var engineGz string

// maxMemory is what PDFium may use for one file, in bytes. It bounds its work
// too: whatever it reads, expands or builds it holds in there. A file of
// 64 MB and what is decoded of it fits.
const maxMemory = 256 << 20

const pageSize = 64 << 10 // of WebAssembly memory, in bytes

// engine is PDFium as machine code, shared by all files of a process. It may be used
// by several goroutines: each file has an instance of its own.
type engine struct {
	runtime wazero.Runtime
	code    wazero.CompiledModule
	spare   spare
}

// theEngine compiles PDFium at the first PDF: some seconds of work, of which the
// cache directory saves all but a tenth of a second at the next.
var theEngine = sync.OnceValues(func() (*engine, error) { return newEngine(context.Background(), cacheDir()) })

// newEngine compiles PDFium. An empty cache means that the code is not kept; a
// damaged one does not stand in the way.
func newEngine(ctx context.Context, cache string) (*engine, error) {
	wasm, err := inflate(engineGz)
	if err != nil {
		return nil, err
	}
	e, err := compile(ctx, wasm, cache)
	if err != nil && cache != "" {
		os.RemoveAll(cache) // the next run fills it again
		e, err = compile(ctx, wasm, "")
	}
	if err != nil {
		return nil, err
	}
	if err := e.exportHost(ctx); err != nil {
		return nil, fmt.Errorf("prepare PDFium: %w", err)
	}
	return e, nil
}

// compile makes machine code of the WebAssembly, or takes it from the cache. An
// unusable cache directory is passed over.
func compile(ctx context.Context, wasm []byte, cache string) (*engine, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(maxMemory / pageSize).WithDebugInfoEnabled(false)
	if cache != "" {
		if c, err := wazero.NewCompilationCacheWithDir(cache); err == nil {
			config = config.WithCompilationCache(c)
		}
	}
	e := &engine{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	ctx = experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0))
	var err error
	if e.code, err = e.runtime.CompileModule(ctx, wasm); err != nil {
		return nil, fmt.Errorf("compile PDFium: %w", err)
	}
	return e, nil
}

// inflate unpacks the code; an error means that the program itself is damaged.
func inflate(gz string) ([]byte, error) {
	r, err := gzip.NewReader(strings.NewReader(gz))
	if err != nil {
		return nil, fmt.Errorf("unpack PDFium: %w", err)
	}
	wasm, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpack PDFium: %w", err)
	}
	return wasm, nil
}

// cacheDir is where the compiled PDFium is kept, "" when there is no such place.
// Machine code from there is run, so it must be a directory of the user's own that
// nobody else can write to (on Windows its parent is). Nothing of any document is
// ever put there.
func cacheDir() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir := filepath.Join(base, "conceptdiff", "pdfium")
	if os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() || runtime.GOOS != "windows" && info.Mode().Perm()&0o022 != 0 {
		return ""
	}
	// The directory may stand on a medium that is full or can only be read.
	probe, err := os.CreateTemp(dir, "probe")
	if err != nil {
		return ""
	}
	probe.Close()
	os.Remove(probe.Name())
	return dir
}

// instance is PDFium with a memory of its own. What one file does to it, no other
// file sees. It is not safe for use by several goroutines, and must be closed, so
// that its memory is given back.
type instance struct {
	ctx     context.Context
	module  api.Module
	memory  api.Memory
	exports map[string]api.Function
	stack   [8]uint64
	scratch uint32 // scratchSize bytes of memory for results
	broken  error  // why PDFium stopped; every call after it does nothing
}

// scratchSize is the room for what PDFium writes to an address: at most a name of a
// font behind a matrix.
const scratchSize = 256

// instantiate starts PDFium. It ends when ctx does: every call after that fails, and
// broken says so.
func (e *engine) instantiate(ctx context.Context) (*instance, error) {
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(e.spare.allocate))
	module, err := e.runtime.InstantiateModule(ctx, e.code, wazero.NewModuleConfig().WithName("").WithStartFunctions())
	if err != nil {
		return nil, err
	}
	in := &instance{ctx: ctx, module: module, memory: module.Memory(), exports: map[string]api.Function{}}
	in.call("emscripten_stack_init")
	in.call("__wasm_call_ctors")
	in.call("FPDF_InitLibrary")
	in.scratch = in.alloc(scratchSize)
	if in.broken != nil {
		in.close()
		return nil, in.broken
	}
	return in, nil
}

// close gives the instance's memory back to the engine, cleared.
func (in *instance) close() { in.module.Close(in.ctx) }

// errMemory is what a file that needs more than maxMemory ends in, where it is seen
// at once.
var errMemory = errors.New("out of memory")

// call calls a function of PDFium and gives its result, 0 if it has none. When
// PDFium stops (it aborts on some damage), broken says why.
func (in *instance) call(name string, args ...uint64) uint64 {
	if in.broken != nil {
		return 0
	}
	f := in.exports[name]
	if f == nil {
		if f = in.module.ExportedFunction(name); f == nil {
			in.broken = fmt.Errorf("PDFium has no function %s", name)
			return 0
		}
		in.exports[name] = f
	}
	in.stack[0] = 0
	copy(in.stack[:], args)
	if err := f.CallWithStack(in.ctx, in.stack[:]); err != nil {
		in.broken = err
		return 0
	}
	return in.stack[0]
}

// handle is call for functions that answer with an address or a number.
func (in *instance) handle(name string, args ...uint64) uint32 {
	return api.DecodeU32(in.call(name, args...))
}

// int is call for functions that answer with a number that can be negative.
func (in *instance) int(name string, args ...uint64) int {
	return int(api.DecodeI32(in.call(name, args...)))
}

// alloc takes memory; 0 when there is no more.
func (in *instance) alloc(n int) uint32 {
	p := in.handle("malloc", uint64(n))
	if p == 0 && in.broken == nil {
		in.broken = errMemory
	}
	return p
}
