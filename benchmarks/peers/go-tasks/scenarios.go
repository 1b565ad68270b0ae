// SPDX-License-Identifier: Apache-2.0

package main

import (
	"runtime"
	"sync"
	"time"
)

const children = 10

// sleepers starts n goroutines that go to sleep, calls asleep while they do, and lets go of them.
// They cannot be woken, so they sleep on; the harness does this once only.
func sleepers(n int, asleep func()) {
	for i := 0; i < n; i++ {
		go func() {
			time.Sleep(time.Hour)
		}()
	}
	runtime.Gosched()
	asleep()
}

func spawn(n int) {
	var end sync.WaitGroup
	for i := 0; i < n; i++ {
		end.Add(1)
		go func() {
			end.Done()
		}()
		end.Wait()
	}
}

// timers does not check the order, as a goroutine may be preempted between a reading of the clock and
// its sleep.
func timers(delays []time.Duration) {
	var all sync.WaitGroup
	all.Add(len(delays))
	for _, delay := range delays {
		go func(delay time.Duration) {
			time.Sleep(delay)
			all.Done()
		}(delay)
	}
	all.Wait()
}

// randomDelays has the same delays within a second as Deadlines in Java.
func randomDelays(n int) []time.Duration {
	delays := make([]time.Duration, n)
	random := uint32(0x92D68CA2)
	for i := range delays {
		random ^= random << 13
		random ^= random >> 17
		random ^= random << 5
		delays[i] = time.Duration(uint64(random) * uint64(time.Second) >> 32)
	}
	return delays
}

func channel(n int) {
	there := make(chan int, 1)
	back := make(chan int, 1)
	go func() {
		for i := 0; i < n; i++ {
			back <- <-there
		}
	}()
	for i := 0; i < n; i++ {
		there <- i
		<-back
	}
}

func skynet(leaves int) int64 {
	result := make(chan int64, 1)
	go node(result, 0, leaves)
	return <-result
}

func node(result chan<- int64, first int64, leaves int) {
	if leaves == 1 {
		result <- first
		return
	}
	part := leaves / children
	results := make(chan int64, children)
	for i := 0; i < children; i++ {
		go node(results, first+int64(i*part), part)
	}
	sum := int64(0)
	for i := 0; i < children; i++ {
		sum += <-results
	}
	result <- sum
}
