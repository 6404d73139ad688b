package main

import (
	"bytes"
	"html"

	"riskbok/cmd/internal/files"
	"riskbok/exporters/output"
	"riskbok/exporters/text"
	"riskbok/rules"
)

// ownMark stands before the hash of what follows it.
const ownMark = "<!-- riskbok "

func renderHTML(r *rules.Report, opts output.Options) ([]byte, error) {
	opts.Color = false
	rendered, err := text.Check(r, opts)
	if err != nil {
		return nil, err
	}
	body := "<!DOCTYPE html><meta charset=utf-8><title>riskbok</title><pre>" + html.EscapeString(string(rendered[0].Data)) + "</pre>\n"
	return []byte(ownMark + files.Hash([]byte(body)) + " -->\n" + body), nil
}

func ownHTML(content []byte) bool {
	head, body, ok := bytes.Cut(content, []byte("\n"))
	return ok && string(head) == ownMark+files.Hash(body)+" -->"
}
