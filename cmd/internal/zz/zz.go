package zz

import (
	_ "github.com/agnivade/levenshtein"
	_ "github.com/goccy/go-yaml"
	_ "github.com/ledongthuc/pdf"
	_ "github.com/mattn/go-isatty"
	_ "github.com/pdfcpu/pdfcpu/pkg/font"
	_ "github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	_ "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/rs/zerolog"
	_ "github.com/shopspring/decimal"
	_ "github.com/spf13/cobra"
	_ "github.com/spf13/viper"
	_ "github.com/xuri/efp"
	_ "github.com/xuri/excelize/v2"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/text/language"
	_ "golang.org/x/text/encoding/unicode"
)
