package review

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
)

// testSigner is a key that is the same in every run.
func testSigner(t testing.TB, seed byte) ssh.Signer {
	t.Helper()
	s, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func keyOf(s ssh.Signer) string {
	return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(s.PublicKey())))
}

func mustSign(t testing.TB, s ssh.Signer, entry string) Signature {
	t.Helper()
	sig, err := Sign(rand.Reader, s, entry)
	if err != nil {
		t.Fatal(err)
	}
	return sig
}

func TestSignatures(t *testing.T) {
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	ecKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	hash, other := strings.Repeat("a", 64), strings.Repeat("b", 64)
	for name, key := range map[string]any{
		"ed25519": ed25519.NewKeyFromSeed(make([]byte, 32)), "rsa": rsaKey, "ecdsa": ecKey,
	} {
		t.Run(name, func(t *testing.T) {
			signer, err := ssh.NewSignerFromKey(key)
			if err != nil {
				t.Fatal(err)
			}
			sig := mustSign(t, signer, hash)
			if err := sig.Verify(); err != nil {
				t.Error(err)
			}
			moved := sig
			moved.Entry = other
			if moved.Verify() == nil {
				t.Error("it verifies under another entry")
			}
			renamed := sig
			renamed.Key = keyOf(testSigner(t, 9))
			if renamed.Verify() == nil {
				t.Error("it verifies in the name of another key")
			}
			checkBySSHKeygen(t, sig)
		})
	}
}

// OpenSSH takes our signatures, and would not if a byte differed.
func checkBySSHKeygen(t *testing.T, sig Signature) {
	t.Helper()
	keygen, err := exec.LookPath("ssh-keygen")
	if err != nil {
		t.Skip("ssh-keygen is not installed: the form of signatures is not checked by it")
	}
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	signers, file := write("signers", "Лейла "+sig.Key+"\n"), write("sig", sig.Text)
	for text, want := range map[string]bool{sig.Entry + "\n": true, sig.Entry + "x\n": false} {
		cmd := exec.Command(keygen, "-Y", "verify", "-f", signers, "-I", "Лейла", "-n", signingNamespace, "-s", file)
		cmd.Stdin = strings.NewReader(text)
		if out, err := cmd.CombinedOutput(); (err == nil) != want {
			t.Errorf("ssh-keygen on %q: %v: %s", text, err, out)
		}
	}
}

func TestParseSigner(t *testing.T) {
	key := ed25519.NewKeyFromSeed(make([]byte, 32))
	plain, err := ssh.MarshalPrivateKey(key, "")
	if err != nil {
		t.Fatal(err)
	}
	locked, err := ssh.MarshalPrivateKeyWithPassphrase(key, "", []byte("open"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name       string
		file, pass []byte
		want       string
	}{
		{"a key", pem.EncodeToMemory(plain), nil, ""},
		{"a locked key", pem.EncodeToMemory(locked), nil, "passphrase is needed"},
		{"a locked key with its passphrase", pem.EncodeToMemory(locked), []byte("open"), ""},
		{"a locked key with another", pem.EncodeToMemory(locked), []byte("shut"), "passphrase is needed"},
		{"a public key", []byte("ssh-ed25519 AAAA"), nil, "not a private SSH key"},
	} {
		_, err := ParseSigner(tc.file, tc.pass)
		if (err == nil) != (tc.want == "") || err != nil && !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want %q", tc.name, err, tc.want)
		}
	}
}
