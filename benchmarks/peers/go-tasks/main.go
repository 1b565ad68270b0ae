// SPDX-License-Identifier: Apache-2.0

// Goroutines, in the scenarios and by the rules of TaskProgram in Java.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	warmUp         = 2.0
	steadyTime     = 1.0
	tooLong        = 5.0
	noSuchScenario = 3
)

type lap struct {
	wall float64
	cpu  float64
}

var (
	start = time.Now()
	laps  []lap
	begun lap
)

func main() {
	runtime.GOMAXPROCS(1)
	n, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	switch os.Args[1] {
	case "sleepers":
		measureSleepers(n)
	case "spawn":
		measureSteady(n, spawn)
	case "timers":
		measureTimers(n)
	case "channel":
		measureSteady(n, channel)
	case "skynet":
		measureSkynet(n)
	default:
		os.Exit(noSuchScenario)
	}
}

// Goroutines that sleep cannot be cancelled: those of the laps before sleep on beside the new ones.
func measureSleepers(n int) {
	rss := resident()
	begin()
	sleepers(n, end)
	rss = resident() - rss
	heap := inUse()
	begin()
	sleepers(n, end)
	heap = inUse() - heap
	printBig()
	report("rss", float64(rss)/float64(n), "B")
	report("heap", float64(heap)/float64(n), "B")
}

func measureTimers(n int) {
	delays := randomDelays(n)
	big(func() {
		begin()
		timers(delays)
		end()
	})
	printBig()
}

func measureSkynet(n int) {
	big(func() {
		begin()
		sum := skynet(n)
		end()
		if sum != int64(n)*int64(n-1)/2 {
			panic("the sum is wrong")
		}
	})
	printBig()
}

func big(effort func()) {
	for len(laps) < 2 || len(laps) < 4 && total() < tooLong {
		runtime.GC()
		effort()
	}
}

func measureSteady(n int, effort func(int)) {
	repeat(n, effort, 3, warmUp)
	laps = nil
	repeat(n, effort, 5, steadyTime)
	cpu := 0.0
	for _, l := range laps {
		cpu += l.cpu
	}
	report("each", median(func(l lap) float64 { return l.wall })*1e9/float64(n), "ns")
	report("each-cpu", cpu/float64(len(laps))*1e9/float64(n), "ns")
}

func repeat(n int, effort func(int), atLeast int, seconds float64) {
	for len(laps) < atLeast || total() < seconds {
		begin()
		effort(n)
		end()
	}
}

func printBig() {
	first := laps[0]
	laps = laps[1:]
	report("first", first.wall, "s")
	report("first-cpu", first.cpu, "s")
	report("wall", median(func(l lap) float64 { return l.wall }), "s")
	report("cpu", median(func(l lap) float64 { return l.cpu }), "s")
}

func begin() {
	begun = now()
}

func end() {
	t := now()
	laps = append(laps, lap{t.wall - begun.wall, t.cpu - begun.cpu})
}

func now() lap {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	cpu := time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
	return lap{time.Since(start).Seconds(), cpu.Seconds()}
}

func total() float64 {
	sum := 0.0
	for _, l := range laps {
		sum += l.wall
	}
	return sum
}

func median(figure func(lap) float64) float64 {
	values := make([]float64, len(laps))
	for i, l := range laps {
		values[i] = figure(l)
	}
	sort.Float64s(values)
	middle := len(values) / 2
	if len(values)%2 == 1 {
		return values[middle]
	}
	return (values[middle-1] + values[middle]) / 2
}

// inUse is what is alive in the heap and in the stacks.
func inUse() int64 {
	debug.FreeOSMemory()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc + stats.StackInuse)
}

func resident() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(status), "\n") {
		if strings.HasPrefix(line, "VmRSS:") {
			kilobytes, _ := strconv.ParseInt(strings.Fields(line)[1], 10, 64)
			return 1024 * kilobytes
		}
	}
	return 0
}

func report(metric string, value float64, unit string) {
	fmt.Println(metric, value, unit)
}
