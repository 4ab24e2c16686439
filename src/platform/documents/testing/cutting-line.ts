import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

/** A line to a server that can be cut while bytes are on it. */
export interface CuttingLine {
  readonly endpoint: string
  /** Cuts the next `times` connections once so many bytes have gone up, or come down. */
  cut(way: 'up' | 'down', bytes: number, times: number): void
  stop(): Promise<void>
}

/** Lays a line to a server of this machine. */
export async function layLine(endpoint: string): Promise<CuttingLine> {
  const { hostname, port } = new URL(endpoint)
  let plan = { way: 'up', bytes: 0, times: 0 }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    const mine = plan.times > 0 ? { way: plan.way, left: plan.bytes } : undefined
    plan = { ...plan, times: plan.times - 1 }
    const end = (): void => void [near.destroy(), far.destroy()]
    for (const [from, to, way] of [
      [near, far, 'up'],
      [far, near, 'down'],
    ] as const) {
      from.on('error', end).on('close', end)
      from.on('data', (chunk: Buffer) => {
        if (mine?.way !== way) return void to.write(chunk)
        to.write(chunk.subarray(0, mine.left))
        mine.left -= chunk.length
        if (mine.left <= 0) end()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: (way, bytes, times) => {
      plan = { way, bytes, times }
    },
    stop: async () => void server.close(),
  }
}
