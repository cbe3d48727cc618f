package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/tetratelabs/wazero/api"
)

// A value on the wire: decimals, floats as the decimal of their bits, references as handles or "null".
type value struct {
	Type     string          `json:"type"`
	LaneType string          `json:"lane_type,omitempty"`
	Value    json.RawMessage `json:"value"`
}

// wazero's package api passes these two types, but has no names for them: a vector takes two slots.
const (
	v128    api.ValueType = 0x7b
	funcref api.ValueType = 0x70
)

func typeName(t api.ValueType) string {
	switch t {
	case v128:
		return "v128"
	case funcref:
		return "funcref"
	default:
		return api.ValueTypeName(t)
	}
}

// fromWire gives arguments in wazero's form. wazero checks their number only: another type would reach the guest as it
// is, and a reference that is no handle of this sandbox would be an address.
func (s *sandbox) fromWire(args []value, types []api.ValueType) (slots []uint64, ok bool) {
	if len(args) != len(types) {
		return nil, false
	}
	for i, arg := range args {
		if arg.Type != typeName(types[i]) {
			return nil, false
		}
		var text string
		var slot uint64
		err := error(nil)
		if types[i] == v128 {
			var low uint64
			low, slot, err = vector(arg.Value)
			slots = append(slots, low)
		} else if err = json.Unmarshal(arg.Value, &text); err == nil {
			switch types[i] {
			case i32, f32:
				slot, err = strconv.ParseUint(text, 10, 32)
			case i64, f64:
				slot, err = strconv.ParseUint(text, 10, 64)
			case extern, funcref:
				var own bool
				if slot, own = s.references[arg.Type+text]; !own && text != "null" {
					return nil, false
				}
			default: // A type of which wazero does not say whether it takes null.
				return nil, false
			}
		}
		if err != nil {
			return nil, false
		}
		slots = append(slots, slot)
	}
	return slots, true
}

// toWire gives results in the protocol's form. References get handles that only this sandbox knows.
func (s *sandbox) toWire(slots []uint64, types []api.ValueType) []value {
	values := make([]value, 0, len(types))
	for _, t := range types {
		v, slot := value{Type: typeName(t)}, slots[0]
		slots = slots[1:]
		switch t {
		case v128:
			v.LaneType = "i64"
			v.Value = fmt.Appendf(nil, `["%d","%d"]`, slot, slots[0])
			slots = slots[1:]
		case i32, f32:
			v.Value = fmt.Appendf(nil, `"%d"`, uint32(slot))
		case i64, f64:
			v.Value = fmt.Appendf(nil, `"%d"`, slot)
		default:
			text := "null"
			if slot != 0 {
				text = strconv.FormatUint(newNumber(), 10)
				s.references[v.Type+text] = slot
			}
			v.Value = fmt.Appendf(nil, "%q", text)
		}
		values = append(values, v)
	}
	return values
}

// vector joins lanes of any width, the lowest first.
func vector(text json.RawMessage) (low, high uint64, err error) {
	var lanes []string
	if err = json.Unmarshal(text, &lanes); err != nil {
		return 0, 0, err
	}
	var bytes []byte
	for _, lane := range lanes {
		width := 16 / len(lanes)
		number, err := strconv.ParseUint(lane, 10, 8*width)
		if err != nil {
			return 0, 0, err
		}
		bytes = append(bytes, binary.LittleEndian.AppendUint64(nil, number)[:width]...)
	}
	if len(bytes) != 16 {
		return 0, 0, fmt.Errorf("%d bytes are no vector", len(bytes))
	}
	return binary.LittleEndian.Uint64(bytes), binary.LittleEndian.Uint64(bytes[8:]), nil
}
