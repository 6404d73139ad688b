//go:build !linux

package main

// largePages is for Linux alone; elsewhere the heap is left to the runtime.
func largePages(int) {}
