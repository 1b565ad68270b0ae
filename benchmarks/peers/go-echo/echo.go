// SPDX-License-Identifier: Apache-2.0

// echo <port> [loops]: a goroutine for each connection, on as many threads as there are loops.
// Ends with its standard input.
package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"strconv"
)

func echo(peer net.Conn) {
	defer peer.Close()
	buffer := make([]byte, 16*1024)
	for {
		n, err := peer.Read(buffer)
		if err != nil {
			return
		}
		if _, err := peer.Write(buffer[:n]); err != nil {
			return
		}
	}
}

func accept(listener net.Listener) {
	for {
		peer, err := listener.Accept() // with TCP_NODELAY, which is Go's default
		if err != nil {
			panic(err)
		}
		go echo(peer)
	}
}

func main() {
	loops := 1
	if len(os.Args) > 2 {
		loops, _ = strconv.Atoi(os.Args[2])
	}
	runtime.GOMAXPROCS(loops)
	listener, err := net.Listen("tcp4", "127.0.0.1:"+os.Args[1])
	if err != nil {
		panic(err)
	}
	go accept(listener)
	fmt.Println("ready")
	io.Copy(io.Discard, os.Stdin)
}
