// Wine before 8.12 has no ProcessPrng, from which Go programs take random bytes. This
// library, in the prefix's system32, gives it by what older Windows has.
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); // RtlGenRandom, of advapi32

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) {
	return SystemFunction036(data, (ULONG)size);
}
