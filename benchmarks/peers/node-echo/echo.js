// SPDX-License-Identifier: Apache-2.0
// echo.js <port>: node's net server. Ends with its standard input.

'use strict';
const net = require('node:net');

const server = net.createServer({ noDelay: true }, (peer) => {
  peer.on('data', (bytes) => peer.write(bytes));
  peer.on('error', () => peer.destroy());
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 }, () => console.log('ready'));
process.stdin.on('end', () => process.exit(0)).resume();
