import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

const forwarder = fileURLToPath(new URL('forward.js', import.meta.url));

/** A service on this machine that the hosts reach; it may move to another port. */
export interface Service {
  readonly port: number;
  target: number;
}

/** Whether this machine lets us pretend hosts: root on Linux with `ip`. */
export function canPretendHosts(): boolean {
  try {
    const name = `verbatim-try-${process.pid}`;
    execFileSync('ip', ['netns', 'add', name], { stdio: 'ignore' });
    execFileSync('ip', ['netns', 'del', name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * A host of its own: a network namespace with one link to this machine (https://man7.org/linux/man-pages/man7/network_namespaces.7.html).
 * The services are at 127.0.0.1 there, too.
 */
export class NetworkHost {
  /** Put in front of a command that is to run there. */
  readonly command: readonly string[];
  private readonly servers: Server[] = [];
  private readonly passages = new Map<Service, Passage>();
  private forward: ChildProcess | null = null;

  private constructor(
    private readonly name: string,
    private readonly link: string,
  ) {
    this.command = ['ip', 'netns', 'exec', name];
  }

  /** `number` from 1 to 250 is part of its address. */
  static async start(number: number, services: readonly Service[]): Promise<NetworkHost> {
    const link = `vb${process.pid % 10_000}h${number}`;
    const host = new NetworkHost(`verbatim-${process.pid}-${number}`, link);
    const [near, far] = [`10.213.${number}.1`, `10.213.${number}.2`];
    const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' });
    ip('netns', 'add', host.name);
    ip('link', 'add', link, 'type', 'veth', 'peer', 'name', 'up0', 'netns', host.name);
    ip('addr', 'add', `${near}/24`, 'dev', link);
    ip('link', 'set', link, 'up');
    ip('-n', host.name, 'addr', 'add', `${far}/24`, 'dev', 'up0');
    for (const device of ['lo', 'up0']) ip('-n', host.name, 'link', 'set', device, 'up');
    for (const service of services) {
      const passage = new Passage(service);
      host.passages.set(service, passage);
      host.servers.push(await passage.listen(near));
    }
    const pairs = services.flatMap(({ port }) => [String(port), `${near}:${port}`]);
    const [file = '', ...args] = [...host.command, process.execPath, forwarder, ...pairs];
    host.forward = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    let listening = 0;
    await new Promise<void>((resolve) => {
      host.forward?.stdout?.on('data', (text: Buffer) => {
        listening += text.toString().split('\n').length - 1;
        if (listening === services.length) resolve();
      });
    });
    return host;
  }

  /** Cuts it off: what is sent either way gets lost, and nobody is told. */
  cut(): void {
    execFileSync('ip', ['-n', this.name, 'link', 'set', 'up0', 'down']);
  }

  /** Cuts it off from one service alone, as silently. */
  cutFrom(service: Service): void {
    this.passages.get(service)?.silence();
  }

  healFrom(service: Service): void {
    this.passages.get(service)?.heal();
  }

  heal(): void {
    execFileSync('ip', ['-n', this.name, 'link', 'set', 'up0', 'up']);
  }

  close(): void {
    this.forward?.kill('SIGKILL');
    for (const server of this.servers) server.close();
    for (const args of [
      ['link', 'del', this.link],
      ['netns', 'del', this.name],
    ])
      execFileSync('ip', args, { stdio: 'ignore' });
  }
}

/** Passes connections of one host on to one service. */
class Passage {
  private readonly sockets = new Set<Socket>();
  private isSilent = false;

  constructor(private readonly service: Service) {}

  listen(address: string): Promise<Server> {
    const server = createServer((near) => {
      const far = connect(this.service.target, '127.0.0.1');
      this.follow(near, far);
      this.follow(far, near);
      if (!this.isSilent) near.pipe(far).pipe(near);
    });
    return new Promise((resolve) => {
      server.listen(this.service.port, address, () => {
        resolve(server);
      });
    });
  }

  /** Lets everything that is sent lie. */
  silence(): void {
    this.isSilent = true;
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  /** Ends what was silenced. */
  heal(): void {
    this.isSilent = false;
    for (const socket of this.sockets) socket.destroy();
  }

  private follow(one: Socket, other: Socket): void {
    this.sockets.add(one);
    one.on('error', () => other.destroy());
    one.on('close', () => {
      this.sockets.delete(one);
      other.destroy();
    });
  }
}
