// SPDX-License-Identifier: Apache-2.0

//! tokio, in the scenarios and by the rules of TaskProgram in Java.

mod deadlines;
mod footprint;
mod laps;
mod scenarios;

use deadlines::Deadlines;
use laps::Laps;
use std::process::exit;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const NO_SUCH_SCENARIO: i32 = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let n: usize = arguments[2].parse().unwrap();
    match arguments[1].as_str() {
        "sleepers" => sleepers(n),
        "spawn" => Laps::steady(n, || scenarios::spawn_and_join(n)),
        "timers" => timers(n),
        "channel" => Laps::steady(n, || scenarios::round_trips(n)),
        "skynet" => skynet(n),
        _ => exit(NO_SUCH_SCENARIO),
    }
}

fn sleepers(n: usize) {
    let mut laps = Laps::new();
    let rss = footprint::resident();
    let mut rss_asleep = 0;
    laps.begin();
    scenarios::sleepers(n, || {
        laps.end();
        rss_asleep = footprint::resident();
    });
    let heap = footprint::heap();
    let mut heap_asleep = 0;
    while laps.more() {
        laps.begin();
        scenarios::sleepers(n, || {
            laps.end();
            heap_asleep = footprint::heap();
        });
    }
    laps.print();
    laps::print("rss", (rss_asleep as f64 - rss as f64) / n as f64, "B");
    laps::print("heap", (heap_asleep as f64 - heap as f64) / n as f64, "B");
}

fn timers(n: usize) {
    let deadlines = Arc::new(Mutex::new(Deadlines::new(n)));
    let mut disorder = Duration::ZERO;
    let mut laps = Laps::new();
    while laps.more() {
        deadlines.lock().unwrap().reset();
        laps.begin();
        scenarios::timers(&deadlines);
        laps.end();
        disorder = disorder.max(deadlines.lock().unwrap().disorder());
    }
    laps.print();
    laps::print("disorder", disorder.as_nanos() as f64 / 1e3, "us");
}

fn skynet(n: usize) {
    let mut laps = Laps::new();
    while laps.more() {
        laps.begin();
        let sum = scenarios::skynet(n);
        laps.end();
        assert_eq!(sum, n as u64 * (n as u64 - 1) / 2, "the sum is wrong");
    }
    laps.print();
}
