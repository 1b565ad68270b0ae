// SPDX-License-Identifier: Apache-2.0

//! What is measured, in tokio's runtime for one thread.

use crate::deadlines::Deadlines;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::channel;
use tokio::task::{spawn, yield_now, JoinHandle};
use tokio::time::sleep;

const CHILDREN: usize = 10;

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().unwrap()
}

/// Starts tasks that go to sleep, calls `asleep` while they do, and drops them.
pub fn sleepers(n: usize, asleep: impl FnOnce()) {
    runtime().block_on(async {
        for _ in 0..n {
            spawn(sleep(Duration::from_secs(3600)));
        }
        yield_now().await;
        asleep();
    });
}

pub fn spawn_and_join(n: usize) {
    runtime().block_on(async {
        for _ in 0..n {
            spawn(async {}).await.unwrap();
        }
    });
}

pub fn timers(deadlines: &Arc<Mutex<Deadlines>>) {
    runtime().block_on(async {
        let n = deadlines.lock().unwrap().len();
        let mut all = Vec::with_capacity(n);
        for number in 0..n {
            let deadlines = deadlines.clone();
            all.push(spawn(async move {
                let delay = deadlines.lock().unwrap().set(number);
                sleep(delay).await;
                deadlines.lock().unwrap().fire(number);
            }));
        }
        for one in all {
            one.await.unwrap();
        }
    });
}

pub fn round_trips(n: usize) {
    runtime().block_on(async {
        let (there, mut at_there) = channel(1);
        let (back, mut at_back) = channel(1);
        spawn(async move {
            while let Some(value) = at_there.recv().await {
                back.send(value).await.unwrap();
            }
        });
        for i in 0..n {
            there.send(i).await.unwrap();
            at_back.recv().await.unwrap();
        }
    });
}

pub fn skynet(leaves: usize) -> u64 {
    runtime().block_on(async { node(0, leaves).await })
}

fn node(first: usize, leaves: usize) -> Pin<Box<dyn Future<Output = u64> + Send>> {
    Box::pin(async move {
        if leaves == 1 {
            return first as u64;
        }
        let part = leaves / CHILDREN;
        let children: Vec<JoinHandle<u64>> = (0..CHILDREN)
            .map(|i| spawn(node(first + i * part, part)))
            .collect();
        let mut sum = 0;
        for child in children {
            sum += child.await.unwrap();
        }
        sum
    })
}
