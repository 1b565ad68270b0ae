// SPDX-License-Identifier: Apache-2.0
//
// echo <port> [loops]: a tokio task for each connection. One loop is tokio's current-thread runtime,
// more are workers of its multi-thread one. Ends with its standard input.

use std::io::Read;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;

async fn echo(mut peer: TcpStream) -> std::io::Result<()> {
    peer.set_nodelay(true)?;
    let mut buffer = vec![0u8; 16 * 1024];
    loop {
        let n = peer.read(&mut buffer).await?;
        if n == 0 {
            return Ok(());
        }
        peer.write_all(&buffer[..n]).await?;
    }
}

async fn serve(port: u16) -> std::io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    println!("ready");
    loop {
        let (peer, _) = listener.accept().await?;
        tokio::spawn(echo(peer));
    }
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<usize> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let loops = *arguments.get(1).unwrap_or(&1);
    let runtime = if loops == 1 {
        Builder::new_current_thread().enable_io().build()?
    } else {
        Builder::new_multi_thread().worker_threads(loops).enable_io().build()?
    };
    std::thread::spawn(|| {
        std::io::stdin().bytes().for_each(drop);
        std::process::exit(0);
    });
    runtime.block_on(serve(arguments[0] as u16))
}
