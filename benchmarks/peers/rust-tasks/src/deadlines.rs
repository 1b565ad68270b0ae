// SPDX-License-Identifier: Apache-2.0

use std::time::{Duration, Instant};

/// The same timers as those of Deadlines in Java, and the same check of their order.
pub struct Deadlines {
    begin: Instant,
    delays: Vec<Duration>,
    earliest: Vec<Duration>,
    latest: Vec<Duration>,
    order: Vec<u32>,
    last: Option<usize>,
}

impl Deadlines {
    pub fn new(n: usize) -> Self {
        let mut random: u32 = 0x92D6_8CA2;
        let mut delay = || {
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            Duration::from_nanos(u64::from(random) * 1_000_000_000 >> 32)
        };
        Deadlines {
            begin: Instant::now(),
            delays: (0..n).map(|_| delay()).collect(),
            earliest: vec![Duration::ZERO; n],
            latest: vec![Duration::ZERO; n],
            order: Vec::with_capacity(n),
            last: None,
        }
    }

    pub fn len(&self) -> usize {
        self.delays.len()
    }

    pub fn reset(&mut self) {
        self.order.clear();
        self.last = None;
    }

    pub fn set(&mut self, timer: usize) -> Duration {
        let now = self.begin.elapsed();
        self.bound_last(now);
        self.last = Some(timer);
        self.earliest[timer] = now + self.delays[timer];
        self.delays[timer]
    }

    fn bound_last(&mut self, now: Duration) {
        if let Some(last) = self.last {
            self.latest[last] = now + self.delays[last];
        }
    }

    pub fn fire(&mut self, timer: usize) {
        self.order.push(timer as u32);
    }

    /// By how much, at most, a timer fired before one that was due earlier.
    pub fn disorder(&mut self) -> Duration {
        assert_eq!(self.order.len(), self.delays.len(), "not all timers fired");
        self.bound_last(self.begin.elapsed());
        let mut worst = Duration::ZERO;
        let mut furthest = Duration::ZERO;
        for &timer in &self.order {
            worst = worst.max(furthest.saturating_sub(self.latest[timer as usize]));
            furthest = furthest.max(self.earliest[timer as usize]);
        }
        worst
    }
}
