// SPDX-License-Identifier: Apache-2.0

use std::fs::read_to_string;

/// Bytes of the resident set; 0 where there is no such file.
pub fn resident() -> usize {
    read_to_string("/proc/self/status")
        .unwrap_or_default()
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .and_then(|line| line.split_whitespace().nth(1)?.parse::<usize>().ok())
        .map_or(0, |kilobytes| kilobytes * 1024)
}

/// Bytes that malloc has given out, its own headers included.
pub fn heap() -> usize {
    // SAFETY: it only reads malloc's own figures.
    let info = unsafe { libc::mallinfo2() };
    info.uordblks + info.hblkhd
}
