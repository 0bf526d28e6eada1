import type { Duplex } from 'node:stream';
import type { Server } from 'node:http';

/** By the code of Node.js (https://nodejs.org/api/http.html#event-clienterror): the status line, and what is told of it. */
const answers: Readonly<Record<string, readonly [status: string, told: string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The address or the headers of the request are too long.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come in time.'],
};
const otherwise = ['400 Bad Request', 'This is no request of HTTP.'] as const;

/** Says in a line what is wrong with a request that cannot be read, which no route ever sees. */
export function answerBadRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const [status, told] = answers[error.code ?? ''] ?? otherwise;
    const body = `${told}\n`;
    const headers = [
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
    ];
    socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  });
}
