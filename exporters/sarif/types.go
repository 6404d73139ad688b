package sarif

// The part of SARIF 2.1.0 that is written, in the order of the standard; the
// numbers are its sections.

type log struct { // 3.13
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []run  `json:"runs"`
}

type run struct { // 3.14
	Tool        tool         `json:"tool"`
	Invocations []invocation `json:"invocations"`
	Language    string       `json:"language"`
	Artifacts   []artifact   `json:"artifacts,omitempty"`
	Results     []result     `json:"results"`
	ColumnKind  string       `json:"columnKind"`
}

type tool struct { // 3.18
	Driver driver `json:"driver"`
}

type driver struct { // 3.19
	Name     string       `json:"name"`
	Version  string       `json:"version,omitempty"`
	Language string       `json:"language"`
	Rules    []descriptor `json:"rules"`
}

type invocation struct { // 3.20
	Successful    bool           `json:"executionSuccessful"`
	Notifications []notification `json:"toolExecutionNotifications,omitempty"`
}

type artifact struct { // 3.24
	Location artifactLocation `json:"location"`
}

type artifactLocation struct { // 3.4
	URI   string `json:"uri"`
	Index *int   `json:"index,omitempty"`
}

type result struct { // 3.27
	RuleID       string            `json:"ruleId"`
	RuleIndex    *int              `json:"ruleIndex,omitempty"`
	Level        string            `json:"level"`
	Message      message           `json:"message"`
	Locations    []location        `json:"locations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Related      []location        `json:"relatedLocations,omitempty"`
	Suppressions []suppression     `json:"suppressions,omitempty"`
	Properties   properties        `json:"properties"`
}

type properties struct {
	Board    string `json:"board"`
	Year     int    `json:"year"`
	Table    string `json:"table"`
	Risk     string `json:"risk"`
	Event    string `json:"event"`
	Found    string `json:"found"`
	Expected string `json:"expected"`
	Fix      string `json:"fix"`
	Cause    string `json:"cause,omitempty"`
}

type location struct { // 3.28
	Physical physicalLocation  `json:"physicalLocation"`
	Logical  []logicalLocation `json:"logicalLocations,omitempty"`
	Message  *message          `json:"message,omitempty"`
}

type physicalLocation struct { // 3.29
	Artifact artifactLocation `json:"artifactLocation"`
	Region   *region          `json:"region,omitempty"`
}

type region struct { // 3.30
	StartLine int `json:"startLine"`
}

type logicalLocation struct { // 3.33
	Name     string `json:"name"`
	FullName string `json:"fullyQualifiedName"`
	Kind     string `json:"kind"`
}

type suppression struct { // 3.35
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

type descriptor struct { // 3.49
	ID            string           `json:"id"`
	Short         *message         `json:"shortDescription,omitempty"`
	Full          *message         `json:"fullDescription,omitempty"`
	Configuration configuration    `json:"defaultConfiguration"`
	Help          *markdownMessage `json:"help,omitempty"`
}

type configuration struct { // 3.50
	Level string `json:"level"`
}

type descriptorReference struct { // 3.52
	ID string `json:"id"`
}

type notification struct { // 3.58
	Locations  []location          `json:"locations,omitempty"`
	Message    message             `json:"message"`
	Level      string              `json:"level"`
	Descriptor descriptorReference `json:"descriptor"`
}

type message struct { // 3.11
	Text string `json:"text"`
}

type markdownMessage struct { // 3.12
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}
