package review

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// Signature is an SSH signature under an entry. It vouches for that entry and for
// all that came before it.
//
// Text is in the form of «ssh-keygen -Y sign -n conceptdiff-record» over the
// entry's hash and a line break, so that anyone with OpenSSH can check it:
//
//	ssh-keygen -Y verify -f allowed_signers -I NAME -n conceptdiff-record -s sig < hash
type Signature struct {
	Entry string // hash
	Key   string // public key in its plain form
	Text  string // armoured signature
}

// signingNamespace keeps a signature from being taken for one under anything else.
const signingNamespace = "conceptdiff-record"

func signedText(entry string) []byte { return []byte(entry + "\n") }

// ParseKey reads a public key as it stands in a .pub or authorized_keys file and
// returns its plain form: type and key, without comment.
func ParseKey(line string) (string, error) {
	key, _, options, rest, err := ssh.ParseAuthorizedKey([]byte(line))
	if err != nil || len(options) > 0 || len(bytes.TrimSpace(rest)) > 0 {
		return "", errors.New("not a public SSH key: it should read «ssh-ed25519 AAAA…»")
	}
	return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key))), nil
}

// Fingerprint is a public key as people compare it: "SHA256:…", as ssh-keygen -l prints
// it. It is "" for what is no key.
func Fingerprint(key string) string {
	public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(key))
	if err != nil {
		return ""
	}
	return ssh.FingerprintSHA256(public)
}

// ErrPassphrase says that a private key is locked by a passphrase that was not
// given or is wrong.
var ErrPassphrase = errors.New("the key is locked: its passphrase is needed")

// ParseSigner reads a private SSH key (the file without .pub). Passphrase is nil
// for none.
func ParseSigner(file, passphrase []byte) (ssh.Signer, error) {
	parse := func() (ssh.Signer, error) { return ssh.ParsePrivateKey(file) }
	if passphrase != nil {
		parse = func() (ssh.Signer, error) { return ssh.ParsePrivateKeyWithPassphrase(file, passphrase) }
	}
	signer, err := parse()
	var locked *ssh.PassphraseMissingError
	switch {
	case err == nil:
		return signer, nil
	case errors.As(err, &locked), passphrase != nil:
		return nil, ErrPassphrase
	}
	return nil, errors.New("not a private SSH key")
}

// Sign signs under an entry. Some kinds of key need a source of randomness;
// Ed25519 does not.
func Sign(random io.Reader, signer ssh.Signer, entry string) (Signature, error) {
	sig, err := sshsig.SignWithRand(bytes.NewReader(signedText(entry)), random, signer, sshsig.HashSHA512, signingNamespace)
	if err != nil {
		return Signature{}, fmt.Errorf("sign: %w", err)
	}
	key := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(signer.PublicKey())))
	return Signature{Entry: entry, Key: key, Text: armour(sig.Marshal())}, nil
}

// armour writes a signature as ssh-keygen does: base64 in lines of 70. A library's lines
// of 64 would be other bytes than those that records hold.
func armour(blob []byte) string {
	var b strings.Builder
	b.WriteString("-----BEGIN SSH SIGNATURE-----\n")
	text := base64.StdEncoding.EncodeToString(blob)
	for len(text) > 70 {
		b.WriteString(text[:70] + "\n")
		text = text[70:]
	}
	b.WriteString(text + "\n-----END SSH SIGNATURE-----\n")
	return b.String()
}

// Verify returns nil when the signature is that of its key under its entry.
func (s Signature) Verify() error {
	block, rest := pem.Decode([]byte(s.Text))
	if block == nil || block.Type != "SSH SIGNATURE" || len(bytes.TrimSpace(rest)) > 0 {
		return errors.New("not an SSH signature")
	}
	if s.Text != armour(block.Bytes) {
		return errors.New("not in the form that ssh-keygen writes")
	}
	sig, err := sshsig.ParseSignature(block.Bytes) // refuses SHA-1 for RSA
	switch {
	case err != nil:
		return errors.New("not an SSH signature, or made with an algorithm that is no longer safe")
	case sig.Namespace != signingNamespace || sig.HashAlgorithm != sshsig.HashSHA512:
		return errors.New("an SSH signature for another purpose")
	case strings.TrimSpace(string(ssh.MarshalAuthorizedKey(sig.PublicKey))) != s.Key:
		return errors.New("made with another key than the one it names")
	}
	if err := sshsig.Verify(bytes.NewReader(signedText(s.Entry)), sig, sig.PublicKey, sig.HashAlgorithm, signingNamespace); err != nil {
		return errors.New("it does not fit what it is said to sign")
	}
	return nil
}

func sortedSignatures(in []Signature) []Signature {
	out := slices.Clone(in)
	slices.SortFunc(out, compareSignatures)
	return slices.Compact(out)
}

func compareSignatures(a, b Signature) int {
	return cmp.Or(cmp.Compare(a.Entry, b.Entry), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Text, b.Text))
}

func (r *Record) checkSignatures() []Problem {
	var out []Problem
	for _, s := range r.signatures {
		if !r.Has(s.Entry) {
			out = append(out, Problem{What: fmt.Sprintf("a signature is under an entry that is missing, %s", Short(s.Entry))})
			continue
		}
		if err := s.Verify(); err != nil {
			e, _ := r.Find(s.Entry)
			out = append(out, Problem{e.Hash, e.Seq, "the signature under it is refused: " + err.Error()})
		}
	}
	return out
}

// SignedBy tells which entries the key vouches for.
func (r *Record) SignedBy(key string) map[string]bool {
	out := map[string]bool{}
	for _, s := range r.signatures {
		if s.Key != key || out[s.Entry] || s.Verify() != nil {
			continue
		}
		for h := range r.Covered(s.Entry) {
			out[h] = true
		}
	}
	return out
}
