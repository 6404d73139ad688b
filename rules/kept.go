package rules

// kept is what was found, for each key that was asked for. The first time it is found,
// after that looked up.
type kept[K comparable, V any] map[K]V

// of gives what is kept for a key, or finds it and keeps it.
func (k *kept[K, V]) of(key K, find func() V) V {
	if v, found := (*k)[key]; found {
		return v
	}
	v := find()
	if *k == nil {
		*k = kept[K, V]{}
	}
	(*k)[key] = v
	return v
}
