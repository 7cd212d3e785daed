package review

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"errors"
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

// What is said in the name of a member who signs is taken only with the signature,
// also from a third hand, and only the member or a chair changes the key.
func TestAdmitSigned(t *testing.T) {
	aygun, chair, thief := testSigner(t, 1), testSigner(t, 2), testSigner(t, 3)
	on := AnchorOf(sample, mustFind(t, sample, "2.1"))
	here := newCopy(t)
	here.say("Лейла", Enrolment{Name: "Лейла", Role: Chair, Key: keyOf(chair)})
	here.say("Лейла", Enrolment{Name: "Aygün", Role: Ordinary, Key: keyOf(aygun)})
	here.enrol("Rəşad", Ordinary)
	sources := Admission{Sources: map[string]string{"2007": sample.Source.SHA256}}

	hers := here.clone()
	e := hers.say("Aygün", Mark{On: on, Verdict: Obsolete})
	var unsigned *UnsignedError
	if _, _, err := here.record.Admit(hers.record, sources); !errors.As(err, &unsigned) || unsigned.Member != "Aygün" {
		t.Errorf("unsigned: %v", err)
	}
	open := sources
	open.Unsigned = true
	if _, added, err := here.record.Admit(hers.record, open); err != nil || added != 1 {
		t.Errorf("unsigned, and allowed to be: %d, %v", added, err)
	}
	forged := hers.clone()
	forged.add(nil, []Signature{mustSign(t, thief, e.Hash)})
	if _, _, err := here.record.Admit(forged.record, sources); !errors.As(err, &unsigned) {
		t.Errorf("signed with another key: %v", err)
	}

	hers.add(nil, []Signature{mustSign(t, aygun, e.Hash)})
	his := here.clone() // a third hand, who adds a mark without having a key
	his.add(hers.record.Entries(), hers.record.Signatures())
	his.say("Rəşad", Mark{On: on, Verdict: Keep})
	union, added, err := here.record.Admit(his.record, sources)
	if err != nil || added != 2 {
		t.Errorf("from a third hand: %d, %v", added, err)
	}
	if union != nil && !union.SignedBy(keyOf(aygun))[e.Hash] {
		t.Error("the signature is lost")
	}

	rekey := func(by string) *copyOf {
		c := here.clone()
		c.say(by, Enrolment{Name: "Aygün", Role: Ordinary, Key: keyOf(thief)})
		return c
	}
	stolen := rekey("Aygün")
	stolen.add(nil, []Signature{mustSign(t, thief, stolen.record.Tips()[0].Hash)})
	if _, _, err := here.record.Admit(stolen.record, sources); !errors.As(err, &unsigned) {
		t.Errorf("a key replaced by a stranger: %v", err)
	}
	replaced := rekey("Лейла")
	replaced.add(nil, []Signature{mustSign(t, chair, replaced.record.Tips()[0].Hash)})
	if _, _, err := here.record.Admit(replaced.record, sources); err != nil {
		t.Errorf("a key replaced by the chair: %v", err)
	}
}

func TestAdmitForeign(t *testing.T) {
	here, there := newCopy(t), newCopy(t)
	there.enrol("Лейла", Chair)
	if _, _, err := here.record.Admit(there.record, Admission{}); err != nil {
		t.Errorf("a record of members only: %v", err)
	}
	there.say("Лейла", Mark{On: AnchorOf(sample, mustFind(t, sample, "3")), Verdict: Keep})
	for _, tc := range []struct {
		name    string
		sources map[string]string
		want    string // "" when it is taken
	}{
		{"the same text", map[string]string{"2007": sample.Source.SHA256}, ""},
		{"another text of that label", map[string]string{"2007": strings.Repeat("0", 64)}, "a record of another text"},
		{"other texts", map[string]string{"charter": strings.Repeat("0", 64)}, "a record of another document"},
	} {
		_, _, err := here.record.Admit(there.record, Admission{Sources: tc.sources})
		if (err == nil) != (tc.want == "") || err != nil && !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: got %v, want %q", tc.name, err, tc.want)
		}
	}
}
