/** All addresses of a host, as the system or a test's own resolver gives them; rejects where there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What stands between a fetch and the network. Only code can give another than the system's own: no setting leads here. */
export interface Network {
  readonly resolve: Resolve;
  /** Whether this address may be connected to at this port, once it is known to be what will be connected to. */
  permits(address: string, port: number): boolean;
}
