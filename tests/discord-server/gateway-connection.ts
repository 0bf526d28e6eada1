import { constants, createDeflate, deflateSync, type Deflate } from 'node:zlib';
import type { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** What a client sends over the gateway. */
export interface GatewayCommand {
  op: GatewayOpcodes;
  d: unknown;
}

/** One socket: packs what is sent as the client asked, and answers heartbeats. */
export class GatewayConnection {
  /** Off for a test of a zombie connection. */
  acknowledges = true;
  /** The client asked in IDENTIFY for each event packed by itself. */
  compressesEvents = false;
  /** The server began the closing handshake, whose code the client only repeats. */
  #closing = false;
  readonly #socket: WebSocket;
  readonly #stream: Deflate | null;

  constructor(socket: WebSocket, zlibStream: boolean) {
    this.#socket = socket;
    this.#stream = zlibStream ? createDeflate({ flush: constants.Z_SYNC_FLUSH }) : null;
    this.#stream?.on('data', (chunk: Buffer) => {
      if (this.isOpen) socket.send(chunk);
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  onCommand(listener: (command: GatewayCommand) => void): void {
    this.#socket.on('message', (data: Buffer) => {
      // A gateway client always sends this envelope; anything else fails the test that sends it.
      listener(JSON.parse(data.toString('utf8')) as GatewayCommand);
    });
  }

  /** Tells whether the client closed with a code that gives its session up. */
  onClose(listener: (givenUp: boolean) => void): void {
    this.#socket.on('close', (code) => {
      this.#stream?.destroy();
      listener(!this.#closing && (code === 1000 || code === 1001));
    });
  }

  send(payload: { op: number; d?: unknown; s?: number | null; t?: string | null }): void {
    if (!this.isOpen) return;
    const text = JSON.stringify({ s: null, t: null, ...payload });
    if (this.#stream !== null) this.#stream.write(text);
    else if (this.compressesEvents && payload.op === 0) this.#socket.send(deflateSync(text));
    else this.#socket.send(text);
  }

  close(code: number, reason: string): void {
    this.#closing = true;
    this.#socket.close(code, reason);
  }

  /** Cuts the connection as a broken network does, without a closing handshake. */
  drop(): void {
    this.#socket.terminate();
  }
}
