package page

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"riskbok/cmd/internal/files"
)

// running is what the file says by which a second start finds the page. Only its
// user may read it.
type running struct {
	Host    string `json:"host"`
	Token   string `json:"token"`
	Version string `json:"version"`
}

// announce writes the file. A page aside does so only where no other can be found by
// it, of whatever version.
func (s *Server) announce() error {
	if s.o.Running == "" {
		return nil
	}
	if r, ok := read(s.o.Running); ok && s.o.Aside && r.answers() {
		return nil
	}
	data, err := json.Marshal(running{s.host, s.token, s.o.Version})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.o.Running), 0o700); err != nil {
		return err
	}
	if err := files.Replace(s.o.Running, nil); err != nil {
		return err
	}
	if err := os.Chmod(s.o.Running, 0o600); err != nil {
		return err
	}
	return os.WriteFile(s.o.Running, data, 0o600)
}

// withdraw removes the file, unless another page has written its own.
func (s *Server) withdraw() {
	if r, ok := read(s.o.Running); ok && r.Token == s.token {
		_ = os.Remove(s.o.Running) // one that stays leads to nothing
	}
}

func read(file string) (running, bool) {
	var r running
	data, err := os.ReadFile(file)
	return r, err == nil && json.Unmarshal(data, &r) == nil && r.Token != ""
}

// The greeting by which a page is known again. Neither side shows the token: the
// port may be another program's by now.
const (
	helloPath = "hello"
	asking    = "ask "
	answering = "answer "
)

// helloPatience is how long a page may take to answer; one on the same machine
// takes a millisecond.
const helloPatience = 2 * time.Second

// Find gives the address of a page of this version that runs already, by the file
// in which it announced itself; "" where none answers.
func Find(file, version string) string {
	r, ok := read(file)
	if !ok || r.Version != version || !r.answers() {
		return ""
	}
	return address(r.Host, r.Token)
}

// answers reports whether the page runs: whether it proves to know its token.
func (r running) answers() bool {
	nonce := secret()
	client := http.Client{Timeout: helloPatience, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	reply, err := client.Get("http://" + r.Host + "/" + helloPath + "/" + nonce + "/" + proof(r.Token, asking+nonce))
	if err != nil {
		return false
	}
	defer reply.Body.Close()
	said, err := io.ReadAll(io.LimitReader(reply.Body, sha256.Size*2))
	return err == nil && reply.StatusCode == http.StatusOK && equal(string(said), proof(r.Token, answering+nonce))
}

// hello answers who proves to know the token.
func (s *Server) hello(w http.ResponseWriter, rest string) {
	nonce, shown, _ := strings.Cut(rest, "/")
	if !equal(shown, proof(s.token, asking+nonce)) {
		refuse(w)
		return
	}
	_, _ = io.WriteString(w, proof(s.token, answering+nonce))
}

func proof(token, text string) string {
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil))
}

func equal(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
