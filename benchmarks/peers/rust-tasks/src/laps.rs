// SPDX-License-Identifier: Apache-2.0

//! The rules of measuring: see TaskProgram in Java.

use std::time::Instant;

const WARM_UP: f64 = 2.0;
const STEADY: f64 = 1.0;
const TOO_LONG: f64 = 5.0;

struct Lap {
    wall: f64,
    cpu: f64,
}

pub struct Laps {
    laps: Vec<Lap>,
    begun: Instant,
    cpu: f64,
}

impl Laps {
    pub fn new() -> Self {
        Laps {
            laps: Vec::new(),
            begun: Instant::now(),
            cpu: cpu(),
        }
    }

    pub fn begin(&mut self) {
        self.cpu = cpu();
        self.begun = Instant::now();
    }

    pub fn end(&mut self) {
        self.laps.push(Lap {
            wall: self.begun.elapsed().as_secs_f64(),
            cpu: cpu() - self.cpu,
        });
    }

    /// The first lap and one later, then up to two more unless that takes too long.
    pub fn more(&self) -> bool {
        self.laps.len() < 2 || self.laps.len() < 4 && self.total() < TOO_LONG
    }

    pub fn print(&self) {
        let (first, later) = self.laps.split_first().unwrap();
        print("first", first.wall, "s");
        print("first-cpu", first.cpu, "s");
        print("wall", median(later, |lap| lap.wall), "s");
        print("cpu", median(later, |lap| lap.cpu), "s");
    }

    pub fn steady(n: usize, mut effort: impl FnMut()) {
        Laps::repeat(&mut effort, 3, WARM_UP);
        let measured = Laps::repeat(&mut effort, 5, STEADY).laps;
        let cpu: f64 = measured.iter().map(|lap| lap.cpu).sum::<f64>() / measured.len() as f64;
        print(
            "each",
            median(&measured, |lap| lap.wall) * 1e9 / n as f64,
            "ns",
        );
        print("each-cpu", cpu * 1e9 / n as f64, "ns");
    }

    fn repeat(effort: &mut impl FnMut(), at_least: usize, seconds: f64) -> Laps {
        let mut laps = Laps::new();
        while laps.laps.len() < at_least || laps.total() < seconds {
            laps.begin();
            effort();
            laps.end();
        }
        laps
    }

    fn total(&self) -> f64 {
        self.laps.iter().map(|lap| lap.wall).sum()
    }
}

fn median(laps: &[Lap], figure: impl Fn(&Lap) -> f64) -> f64 {
    let mut values: Vec<f64> = laps.iter().map(figure).collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        (values[middle - 1] + values[middle]) / 2.0
    }
}

/// Seconds of processor time that the process has used.
fn cpu() -> f64 {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: `time` is there to be written.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

pub fn print(metric: &str, value: f64, unit: &str) {
    println!("{metric} {value} {unit}");
}
