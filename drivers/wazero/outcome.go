package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// An outcome says how a request ended. It is an error too: host functions and the allocator of memories end a guest by a
// panic with one. wazero makes an error of a panic, which wraps it, and no handler of the guest runs.
type outcome struct {
	Kind       string   `json:"kind"`
	Phase      string   `json:"phase,omitempty"`
	Code       string   `json:"code,omitempty"`
	Resource   string   `json:"resource,omitempty"`
	Reason     string   `json:"reason,omitempty"`
	Feature    string   `json:"feature,omitempty"`
	Capability string   `json:"capability,omitempty"`
	Scope      string   `json:"scope,omitempty"`
	ExitCode   *uint32  `json:"exitCode,omitempty"`
	Values     *[]value `json:"values,omitempty"`
	Message    string   `json:"message,omitempty"`
}

func (o *outcome) Error() string { return strings.TrimSpace(o.Kind + " " + o.Resource + o.Code) }
func (o *outcome) reply() reply  { return reply{"outcome": o} }

func unsupported(feature string) *outcome { return &outcome{Kind: "unsupported", Feature: feature} }
func limit(phase, resource string) *outcome {
	return &outcome{Kind: "limit", Phase: phase, Resource: resource}
}
func rejected(phase, reason string) *outcome {
	return &outcome{Kind: "rejected", Phase: phase, Reason: reason}
}
func trapped(code string) *outcome { return &outcome{Kind: "trapped", Code: code} }

// wazero's errors of running guests have no exported types. Their texts are constants, and are at the inner end of the
// chain of errors, where no name that a guest chose can be.
// https://github.com/tetratelabs/wazero/blob/v1.12.0/internal/wasmruntime/errors.go
var endings = map[string]outcome{
	"unreachable":                   *trapped("unreachable"),
	"integer divide by zero":        *trapped("integer-divide-by-zero"),
	"integer overflow":              *trapped("integer-overflow"),
	"invalid conversion to integer": *trapped("invalid-conversion-to-integer"),
	"out of bounds memory access":   *trapped("memory-out-of-bounds"),
	"invalid table access":          *trapped("table-out-of-bounds"), // or an element that nobody set
	"indirect call type mismatch":   *trapped("indirect-call-type-mismatch"),
	"null reference":                *trapped("null-reference"),
	"unaligned atomic":              *trapped("unaligned-atomic"),
	"expected shared memory":        *trapped("expected-shared-memory"),
	"too many waiters":              *trapped("x-wazero-too-many-waiters"),
	"stack overflow":                *limit("", "stack"),
	"uncaught exception":            {Kind: "threw"},
}

// The one trap of an instantiation that is not the start function's. No other error begins like this.
var dataSegment = regexp.MustCompile(`^data\[\d+\]: out of bounds memory access$`)

var errPanic = errors.New("panic")

// catch makes an error of a panic that wazero let through. Deferred around all that works on a guest's bytes.
func catch(err *error) {
	switch recovered := recover().(type) {
	case nil:
	case *outcome:
		*err = recovered
	default:
		*err = fmt.Errorf("%w: %v", errPanic, recovered)
	}
}

// outcomeOf says what an error means. Errors of `instantiate` are those of the whole instantiation: what has to do with
// running code comes from the start function, and all else from links.
func outcomeOf(err error, phase string) *outcome {
	o, ran := causeOf(err)
	switch {
	case o.Phase != "": // The allocator knows the phase.
	case phase != "instantiate":
		o.Phase = phase
	case ran:
		o.Phase = "start"
	case dataSegment.MatchString(err.Error()):
		o = *trapped("memory-out-of-bounds")
		o.Phase = "instantiate"
	case !errors.Is(err, errPanic):
		o = *rejected("link", "")
	}
	o.Message = tame(err.Error())
	return &o
}

func causeOf(err error) (o outcome, ran bool) {
	if ended := new(outcome); errors.As(err, &ended) {
		return *ended, true
	}
	if errors.Is(err, context.DeadlineExceeded) { // Or wazero's sys.ExitError for it.
		return *limit("", "time"), true
	}
	if errors.Is(err, context.Canceled) {
		return outcome{Kind: "cancelled"}, true
	}
	innermost := err
	for next := err; next != nil; next = errors.Unwrap(next) {
		innermost = next
	}
	if o, ran = endings[innermost.Error()]; ran {
		return o, true
	}
	return outcome{Kind: "host-error"}, false
}

const maxMessage = 200

// tame leaves a message's first line, since stacks follow, bounded and printable: it may hold names that a guest chose.
func tame(message string) string {
	line, _, _ := strings.Cut(message, "\n")
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, line[:min(len(line), maxMessage)])
}
