import { readFileSync } from 'node:fs';

interface NetLog {
  readonly constants: {
    readonly logEventTypes: Readonly<Record<string, number>>;
    readonly logSourceType: Readonly<Record<string, number>>;
    readonly logEventPhase: Readonly<Record<string, number>>;
  };
  readonly events: readonly {
    readonly type: number;
    readonly phase: number;
    readonly source: { readonly id: number; readonly type: number };
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
}

/** What a browser's network stack did, from Chromium's own log of it. */
export interface NetTraffic {
  /** Number of events in all; a log without any proves nothing. */
  readonly events: number;
  /** Names asked of a DNS server or of the system. */
  readonly lookups: readonly string[];
  /** Connections tried, bytes sent or received, datagrams sent: each with its event's name. */
  readonly traffic: readonly string[];
  /** Addresses of requests that were answered from the network. */
  readonly answered: readonly string[];
}

/** Without these names in its list the log is of another make, and finding none of them would mean nothing. */
const expectedNames = [
  'TCP_CONNECT',
  'SOCKET_BYTES_SENT',
  'UDP_BYTES_SENT',
  'HOST_RESOLVER_DNS_TASK',
  'HOST_RESOLVER_SYSTEM_TASK',
  'HTTP_TRANSACTION_READ_RESPONSE_HEADERS',
];
const lookup = /^HOST_RESOLVER_(DNS|SYSTEM|MDNS|NAT64)_TASK|^DNS_TRANSACTION|^HOST_RESOLVER_MANAGER_ATTEMPT/;
const traffic =
  /^(TCP_CONNECT|TCP_CONNECT_ATTEMPT|SOCKET_BYTES_SENT|SOCKET_BYTES_RECEIVED|SSL_SOCKET_BYTES_SENT|UDP_BYTES_SENT|UDP_BYTES_RECEIVED|QUIC_SESSION|SSL_CONNECT)$/;

/** Reads a log written by `--log-net-log`; the browser must have ended. */
export function readNetLog(path: string): NetTraffic {
  const { constants, events } = JSON.parse(readFileSync(path, 'utf8')) as NetLog;
  const unknown = expectedNames.filter((name) => !Object.hasOwn(constants.logEventTypes, name));
  if (unknown.length > 0) throw new Error(`the browser's log knows no ${unknown.join(', ')}`);
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const urls = new Map<number, string>();
  const found = { events: events.length, lookups: [] as string[], traffic: [] as string[], answered: [] as string[] };
  for (const { type, source, params } of events) {
    const name = names.get(type) ?? '';
    const words = `${name} ${JSON.stringify(params ?? {})}`;
    if (typeof params?.['url'] === 'string') urls.set(source.id, params['url']);
    if (lookup.test(name)) found.lookups.push(words);
    if (traffic.test(name)) found.traffic.push(words);
    if (name === 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS') found.answered.push(urls.get(source.id) ?? words);
  }
  return found;
}
