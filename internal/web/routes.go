package web

import "net/http"

// routes is which path is answered by which handler.
func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	for pattern, h := range map[string]handler{
		"GET /{$}": showStart,

		"GET /r/{label}":                     showRevision,
		"GET /r/{label}/{address...}":        showClause,
		"GET /w/{wid...}":                    followIdentity,
		"GET /compare":                       chooseComparison,
		"GET /c/{old}/{new}":                 showComparison,
		"GET /c/{old}/{new}/report":          showReport,
		"GET /c/{old}/{new}/change":          showChangePlace,
		"GET /sources/{label}":               showSources,
		"GET /agenda/{label}":                showAgenda,
		"GET /record":                        showRecord,
		"GET /record.jsonl":                  downloadRecord,
		"GET /members":                       showMembers,
		"GET /meeting/{label}":               showMinutes,
		"GET /meeting/{label}/minutes":       downloadMinutes,
		"GET /meeting/{label}/{address...}":  showMeeting,
		"GET /help":                          showHelp,
		"GET /forms":                         showForms,
		"POST /forms":                        takeForm,
		"GET /import":                        showImport,
		"GET /signin":                        showSignIn,
		"GET /events":                        sendEvents,
		"GET /download/c/{old}/{new}/{file}": downloadComparison,
		"GET /download/r/{label}/{file}":     downloadRevision,

		"POST /mark":     mark,
		"POST /decide":   decide,
		"POST /rebind":   rebind,
		"POST /member":   chooseMember,
		"POST /members":  enrol,
		"POST /language": chooseLanguage,
		"POST /import":   takeImport,
		"POST /signin":   signIn,
		"POST /signout":  signOut,

		"/": nothingHere,
	} {
		mux.Handle(pattern, s.handle(h))
	}
	mux.Handle("GET /static/{hash}/{name}", http.HandlerFunc(serveStatic))
	mux.Handle("GET /favicon.ico", http.HandlerFunc(serveIcon))
	return mux
}

// nothingHere answers what no page of ours is called.
func nothingHere(c *call) error {
	return &goneError{c.say.Say("There is no page at this address.")}
}

// helpPage says how to work with the pages.
type helpPage struct{ frame }

func showHelp(c *call) error {
	p := helpPage{c.frameFor("help")}
	p.Title = c.say.Say("Help")
	return c.page(http.StatusOK, "help", p)
}
