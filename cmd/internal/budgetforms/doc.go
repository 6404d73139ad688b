// Package budgetforms makes budgets in the forms of many municipalities, each
// with its answer key, and tables that look like budgets and are none: levels ×
// position and wording of totals × roles of columns × units × signs × layout.
// The properties of the program are measured on them. Everything is invented,
// and the same seed gives the same form. Start with [Make].
package budgetforms
