# SPDX-License-Identifier: Apache-2.0
"""asyncio, with its own loop or uvloop's, in the scenarios and by the rules of TaskProgram in Java."""

import asyncio
import gc
import statistics
import sys
import time
import tracemalloc

CHILDREN = 10
SECONDS_ASLEEP = 3600
WARM_UP = 2.0
STEADY = 1.0
TOO_LONG = 5.0
NO_SUCH_SCENARIO = 3


class Laps:
    """Pairs of wall and processor time."""

    def __init__(self):
        self.laps = []
        self.begun = None

    def begin(self):
        self.begun = (time.perf_counter(), time.process_time())

    def end(self):
        wall, cpu = self.begun
        self.laps.append((time.perf_counter() - wall, time.process_time() - cpu))

    def total(self):
        return sum(wall for wall, _ in self.laps)

    def more(self):
        return len(self.laps) < 2 or len(self.laps) < 4 and self.total() < TOO_LONG

    def print(self):
        first, *later = self.laps
        report("first", first[0], "s")
        report("first-cpu", first[1], "s")
        report("wall", statistics.median(wall for wall, _ in later), "s")
        report("cpu", statistics.median(cpu for _, cpu in later), "s")


class Deadlines:
    """The same timers as those of Deadlines in Java, and the same check of their order."""

    def __init__(self, n):
        self.delays = []
        random = 0x92D68CA2
        for _ in range(n):
            random ^= random << 13 & 0xFFFFFFFF
            random ^= random >> 17
            random ^= random << 5 & 0xFFFFFFFF
            self.delays.append(random / 4294967296)
        self.set_at = []
        self.order = []

    def reset(self):
        self.set_at.clear()
        self.order.clear()

    def set(self, timer):
        self.set_at.append(time.monotonic())
        return self.delays[timer]

    def fire(self, timer):
        self.order.append(timer)

    def disorder(self):
        """By how much, at most, a timer fired before one that was due earlier."""
        assert len(self.order) == len(self.delays), "not all timers fired"
        self.set_at.append(time.monotonic())
        worst = 0
        furthest = 0
        for timer in self.order:
            worst = max(worst, furthest - (self.set_at[timer + 1] + self.delays[timer]))
            furthest = max(furthest, self.set_at[timer] + self.delays[timer])
        return worst


async def sleep_all(n, asleep):
    tasks = [asyncio.create_task(asyncio.sleep(SECONDS_ASLEEP)) for _ in range(n)]
    await asyncio.sleep(0)
    asleep()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


async def nothing():
    pass


async def spawn_all(n):
    for _ in range(n):
        await asyncio.create_task(nothing())


async def timer(deadlines, number):
    await asyncio.sleep(deadlines.set(number))
    deadlines.fire(number)


async def set_all(deadlines):
    async with asyncio.TaskGroup() as group:
        for number in range(len(deadlines.delays)):
            group.create_task(timer(deadlines, number))


async def echo(n, there, back):
    for _ in range(n):
        await back.put(await there.get())


async def round_trips(n):
    there = asyncio.Queue(1)
    back = asyncio.Queue(1)
    partner = asyncio.create_task(echo(n, there, back))
    for i in range(n):
        await there.put(i)
        await back.get()
    await partner


async def node(first, leaves):
    if leaves == 1:
        return first
    part = leaves // CHILDREN
    children = [asyncio.create_task(node(first + i * part, part)) for i in range(CHILDREN)]
    return sum([await child for child in children])


def measure_sleepers(run, n):
    laps = Laps()
    rss = []

    def first():
        laps.end()
        rss.append(resident())

    rss.append(resident())
    laps.begin()
    run(sleep_all(n, first))
    while laps.more():
        gc.collect()
        laps.begin()
        run(sleep_all(n, laps.end))
    laps.print()
    report("rss", (rss[1] - rss[0]) / n, "B")

    # Tracing makes everything slow, so this comes last.
    heap = []
    gc.collect()
    tracemalloc.start()
    run(sleep_all(n, lambda: heap.append(tracemalloc.get_traced_memory()[0])))
    report("heap", heap[0] / n, "B")


def measure_timers(run, n):
    deadlines = Deadlines(n)
    disorder = 0
    laps = Laps()
    while laps.more():
        deadlines.reset()
        gc.collect()
        laps.begin()
        run(set_all(deadlines))
        laps.end()
        disorder = max(disorder, deadlines.disorder())
    laps.print()
    report("disorder", disorder * 1e6, "us")


def measure_skynet(run, n):
    laps = Laps()
    while laps.more():
        gc.collect()
        laps.begin()
        total = run(node(0, n))
        laps.end()
        assert total == n * (n - 1) // 2, "the sum is wrong"
    laps.print()


def measure_steady(run, n, effort):
    repeat(run, n, effort, 3, WARM_UP)
    laps = repeat(run, n, effort, 5, STEADY).laps
    report("each", statistics.median(wall for wall, _ in laps) * 1e9 / n, "ns")
    report("each-cpu", statistics.mean(cpu for _, cpu in laps) * 1e9 / n, "ns")


def repeat(run, n, effort, at_least, seconds):
    laps = Laps()
    while len(laps.laps) < at_least or laps.total() < seconds:
        laps.begin()
        run(effort(n))
        laps.end()
    return laps


def resident():
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmRSS:"):
                    return 1024 * int(line.split()[1])
    except FileNotFoundError:
        pass
    return 0


def report(metric, value, unit):
    print(metric, value, unit)


def main(loop, scenario, n):
    if loop == "uvloop":
        import uvloop

        asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    match scenario:
        case "sleepers":
            measure_sleepers(asyncio.run, n)
        case "spawn":
            measure_steady(asyncio.run, n, spawn_all)
        case "timers":
            measure_timers(asyncio.run, n)
        case "channel":
            measure_steady(asyncio.run, n, round_trips)
        case "skynet":
            measure_skynet(asyncio.run, n)
        case _:
            sys.exit(NO_SUCH_SCENARIO)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
