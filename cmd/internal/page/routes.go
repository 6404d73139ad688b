package page

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"time"

	"riskbok/exporters/workbook"
)

// routes are the addresses below the token.
func (s *Server) routes() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("GET /{$}", s.begin)
	m.HandleFunc("GET /static/{name}", s.static)
	for pattern, do := range map[string]func(http.ResponseWriter, *http.Request, *session){
		"GET /s/{id}/{$}":      s.home,
		"GET /s/{id}/state":    s.state,
		"GET /s/{id}/report":   s.report,
		"GET /s/{id}/compare":  s.compare,
		"GET /s/{id}/baseline": s.sendBaseline,
		"POST /s/{id}/files":   s.upload,
		"POST /s/{id}/mend":    s.mend,
		"POST /s/{id}/told":    s.told,
		"POST /s/{id}/plan":    s.plan,
		"POST /s/{id}/budget":  s.budget,
		"POST /s/{id}/next":    s.next,
		"POST /s/{id}/collect": s.collect,
		"POST /s/{id}/columns": s.bindColumns,
		"POST /s/{id}/accept":  s.accept,
		"POST /s/{id}/forget":  s.forget,
		"POST /s/{id}/closed":  s.closed,
	} {
		m.HandleFunc(pattern, s.with(do))
	}
	return m
}

// begin makes a session and leads to its page.
func (s *Server) begin(w http.ResponseWriter, r *http.Request) {
	one := &session{id: secret()}
	if r.URL.Query().Has("gone") {
		one.notice = s.o.Lang.T("page.gone")
	}
	s.mu.Lock()
	if len(s.sessions) >= s.o.Bounds.Sessions {
		oldest := ""
		for id, o := range s.sessions {
			if oldest == "" || o.idle > s.sessions[oldest].idle {
				oldest = id
			}
		}
		s.sessions[oldest].forget()
		delete(s.sessions, oldest)
	}
	s.sessions[one.id] = one
	s.mu.Unlock()
	http.Redirect(w, r, s.at(one), http.StatusSeeOther)
}

// at gives the address of a session's page.
func (s *Server) at(one *session) string { return "/" + s.token + "/s/" + one.id + "/" }

// with finds the session of a request. Of one that is forgotten nothing is left
// but to begin anew.
func (s *Server) with(do func(http.ResponseWriter, *http.Request, *session)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		one := s.sessions[r.PathValue("id")]
		if one != nil {
			one.idle = 0
		}
		s.mu.Unlock()
		switch {
		case one != nil:
			do(w, r, one)
		case wantsJSON(r):
			s.json(w, http.StatusGone, map[string]any{"error": s.o.Lang.T("page.gone")})
		default:
			http.Redirect(w, r, "/"+s.token+"/?gone", http.StatusSeeOther)
		}
	}
}

func (s *Server) forget(w http.ResponseWriter, r *http.Request, one *session) {
	one.forget()
	one.say(s.o.Lang.T("page.forgotten"))
	s.answer(w, r, one, http.StatusOK, "")
}

// closed lets a session be forgotten at the tick after next, unless its page asks
// for something again: it was only loaded anew.
func (s *Server) closed(w http.ResponseWriter, _ *http.Request, one *session) {
	s.mu.Lock()
	one.idle = idleTicks - 2
	s.mu.Unlock()
	w.WriteHeader(http.StatusNoContent)
}

// state tells the page how far work has come.
func (s *Server) state(w http.ResponseWriter, _ *http.Request, one *session) {
	one.mu.Lock()
	v := s.progress(one)
	version := one.version
	one.mu.Unlock()
	s.json(w, http.StatusOK, map[string]any{"reading": v != nil, "progress": v, "version": version})
}

// progressView is how far work has come.
type progressView struct {
	Done  int    `json:"done"`
	Total int    `json:"total"`
	Text  string `json:"text"`
}

// worthTelling is how long reading takes before the page counts the seconds, and
// in which steps, so that who hears the page is not told each of them: of a single
// large file nothing else tells that something goes on.
const worthTelling = 5 * time.Second

// progress gives how far work has come, nil where nothing is being read. The
// session is locked.
func (s *Server) progress(one *session) *progressView {
	w := one.work
	if w == nil {
		return nil
	}
	text := s.o.Lang.T("page.judging")
	if w.done < w.total {
		text = s.o.Lang.T("page.progress", "n", w.done+1, "total", w.total, "file", workbook.FileName(w.file))
	}
	if steps := time.Since(w.begun) / worthTelling; steps > 0 {
		text += " " + s.o.Lang.T("page.progress.seconds", "n", int((steps*worthTelling).Seconds()))
	}
	return &progressView{w.done, w.total, text}
}

// answer leads back to the session's page, which says what there is to say; who
// asks for JSON is told in it.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, one *session, code int, text string) {
	if wantsJSON(r) {
		said := map[string]any{"ok": text == ""}
		if text != "" {
			said["error"] = text
		}
		s.json(w, code, said)
		return
	}
	if text != "" {
		one.say(text)
	}
	http.Redirect(w, r, s.at(one), http.StatusSeeOther)
}

func wantsJSON(r *http.Request) bool {
	return slices.Contains(strings.Split(r.Header.Get("Accept"), ","), "application/json")
}

func (s *Server) json(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(v) // who has gone is not told
}

// lasting gives the context of work that goes on when the request is answered: the
// server's.
func (s *Server) lasting(r *http.Request) context.Context {
	if c, ok := r.Context().Value(http.ServerContextKey).(*http.Server); ok && c.BaseContext != nil {
		return c.BaseContext(s.net)
	}
	return context.WithoutCancel(r.Context())
}
