//go:build unix

package main

import "syscall"

// reserve gets zeros that take no room before they are touched.
func reserve(size uint64) ([]byte, error) {
	if size == 0 {
		return nil, nil
	}
	return syscall.Mmap(-1, 0, int(size), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
}

func release(reserved []byte) {
	if reserved != nil {
		_ = syscall.Munmap(reserved)
	}
}
