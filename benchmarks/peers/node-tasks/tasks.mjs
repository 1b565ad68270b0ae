// SPDX-License-Identifier: Apache-2.0

// Node's promises, by the rules of TaskProgram in Java. An async function is no task: it begins on its
// caller's stack, and there are no channels. So here are only those scenarios that are about timers.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const SECONDS_ASLEEP = 3600;
const TOO_LONG = 5;
const NO_SUCH_SCENARIO = 3;

const laps = [];
let begun;

function now() {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1e3, cpu: (user + system) / 1e6 };
}

function begin() {
  begun = now();
}

function end() {
  const { wall, cpu } = now();
  laps.push({ wall: wall - begun.wall, cpu: cpu - begun.cpu });
}

function more() {
  const total = laps.reduce((sum, { wall }) => sum + wall, 0);
  return laps.length < 2 || (laps.length < 4 && total < TOO_LONG);
}

function printLaps() {
  const [first, ...later] = laps;
  report('first', first.wall, 's');
  report('first-cpu', first.cpu, 's');
  report('wall', median(later.map(({ wall }) => wall)), 's');
  report('cpu', median(later.map(({ cpu }) => cpu)), 's');
}

function median(values) {
  const sorted = values.sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function resident() {
  const line = /VmRSS:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
  return 1024 * Number(line[1]);
}

function heap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

function report(metric, value, unit) {
  console.log(metric, value, unit);
}

async function sleeper(milliseconds) {
  await sleep(milliseconds);
}

// They keep no handle that could cancel them, as that would be what is measured. So those of the lap
// before sleep on beside the new ones.
async function sleepers(n) {
  let before = resident();
  begin();
  startSleepers(n);
  end();
  const rss = resident() - before;
  before = heap();
  begin();
  startSleepers(n);
  end();
  const bytes = heap() - before;
  printLaps();
  report('rss', rss / n, 'B');
  report('heap', bytes / n, 'B');
  process.exit(0);
}

function startSleepers(n) {
  for (let i = 0; i < n; i++) {
    sleeper(SECONDS_ASLEEP * 1e3);
  }
}

function randomDelays(n) {
  const delays = new Float64Array(n);
  let random = 0x92d68ca2;
  for (let i = 0; i < n; i++) {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    delays[i] = ((random >>> 0) / 4294967296) * 1e3;
  }
  return delays;
}

// Node has milliseconds, and a turn of its loop has one time for all: so the order is checked by those.
async function timers(n) {
  const delays = randomDelays(n);
  const deadlines = new Float64Array(n);
  const order = new Int32Array(n);
  let worst = 0;
  while (more()) {
    globalThis.gc();
    let fired = 0;
    const timer = async (number) => {
      deadlines[number] = performance.now() + delays[number];
      await sleep(delays[number]);
      order[fired++] = number;
    };
    begin();
    const all = [];
    for (let number = 0; number < n; number++) {
      all.push(timer(number));
    }
    await Promise.all(all);
    end();
    let furthest = 0;
    for (const number of order) {
      worst = Math.max(worst, furthest - deadlines[number]);
      furthest = Math.max(furthest, deadlines[number]);
    }
  }
  printLaps();
  report('disorder', worst * 1e3, 'us');
}

const [scenario, n] = process.argv.slice(2);
switch (scenario) {
  case 'sleepers':
    await sleepers(Number(n));
    break;
  case 'timers':
    await timers(Number(n));
    break;
  default:
    process.exit(NO_SUCH_SCENARIO);
}
