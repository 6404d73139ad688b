// Package page is riskbok for who has no terminal: a page on the machine itself
// on which files are dropped, judged and mended. What is dropped stays in memory
// and is forgotten with the page; nothing is sent anywhere. It runs on the same
// calls as the commands and has no opinion of its own.
//
// Start with [Open] and [Server.Serve]; [Find] gives the page that runs already.
package page

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"errors"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/rs/zerolog"

	"riskbok/cmd/internal/run"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Options are what the page needs to know. Run says how files are read and
// judged. Template is the layout of the workbooks it writes; with Convert they
// are in the template's own scale.
type Options struct {
	Lang     *lang.Catalog
	Version  string
	Run      run.Options
	Rules    []string // the names of all rules that are run, for the receipt; nil: all
	Template *model.Template
	Convert  bool
	Log      zerolog.Logger

	// Keep writes bindings of columns into the user's configuration and gives the
	// name of the file, without its folder; the error is in the user's words. nil:
	// nothing can be kept.
	Keep func(bound map[string]model.Field) (file string, err error)
	// Baseline is the file of acceptances that is read and added to; "": they are
	// in memory, dropped and downloaded.
	Baseline string
	// Running is the file that tells a second start where the page is; "": none is
	// written.
	Running string
	// Aside says that the page is not what a second start is to open: it leaves the
	// file to a page that runs already.
	Aside bool
	// Port is where to listen; 0: wherever it is free.
	Port int
	// Tick is how often idleness is looked at; 0 means [tick].
	Tick time.Duration
	// Bounds limit what is held; the zero value means [DefaultBounds].
	Bounds Bounds
}

// The page ends, and a session is forgotten, after idleTicks ticks in which no
// page has asked for anything; open pages ask every minute. Ticks are counted, and
// not the time, so that a machine that slept finds its page again.
const (
	tick      = time.Minute
	idleTicks = 15
)

// Server is a running page.
type Server struct {
	o     Options
	token string
	host  string // the only one that is answered
	net   net.Listener
	mux   *http.ServeMux
	views *views

	mu       sync.Mutex
	sessions map[string]*session
	kept     map[string]model.Field // bound since the start, for all sessions
	baseline sync.Mutex             // of the file
	idle     int
}

// PortError says that the port that was asked for is taken.
type PortError struct {
	Port int
	Err  error
}

func (e *PortError) Error() string { return "port " + strconv.Itoa(e.Port) + ": " + e.Err.Error() }
func (e *PortError) Unwrap() error { return e.Err }

// Open begins to listen, on this machine only. The error is a [*PortError] where
// that is not possible.
func Open(o Options) (*Server, error) {
	if o.Tick == 0 {
		o.Tick = tick
	}
	if o.Bounds == (Bounds{}) {
		o.Bounds = DefaultBounds
	}
	l, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(o.Port)))
	if err != nil {
		return nil, &PortError{o.Port, err}
	}
	s := &Server{o: o, token: secret(), host: l.Addr().String(), net: l, sessions: map[string]*session{}, kept: map[string]model.Field{}}
	if s.views, err = newViews(o.Lang); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	s.mux = s.routes()
	return s, nil
}

// secret gives a name that cannot be guessed: 160 random bits.
func secret() string {
	var b [20]byte
	_, _ = rand.Read(b[:]) // never fails, it says
	return base32.StdEncoding.EncodeToString(b[:])
}

// Address gives the page's address, with its token.
func (s *Server) Address() string { return address(s.host, s.token) }

func address(host, token string) string { return "http://" + host + "/" + token + "/" }

// Serve answers until the context ends or no page has been open for a while. The error
// is the network's, nil at an end as it should be.
func (s *Server) Serve(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if err := s.announce(); err != nil {
		s.o.Log.Warn().Err(err).Msg("a second start will not find this page")
	}
	defer s.withdraw()
	server := &http.Server{
		Handler: s, ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 64 << 10, BaseContext: func(net.Listener) context.Context { return ctx },
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.waitIdle(ctx)
		stop() // also ends what is being read
		_ = server.Close()
	}()
	err := server.Serve(s.net)
	stop()
	<-ended
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// waitIdle returns when the context ends, or no page has been open for a while.
func (s *Server) waitIdle(ctx context.Context) {
	t := time.NewTicker(s.o.Tick)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		if s.tick() {
			return
		}
	}
}

// tick counts a tick, forgets the sessions of pages that are closed, and reports
// whether no page has been open for a while.
func (s *Server) tick() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, one := range s.sessions {
		if one.idle++; one.idle >= idleTicks {
			one.forget()
			delete(s.sessions, id)
		}
	}
	s.idle++
	return s.idle >= idleTicks
}
