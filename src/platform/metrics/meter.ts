/** Upper bounds of the classes of answer times: in seconds. */
const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

interface Kind {
  readonly counts: Map<string, number>
  readonly upTo: number[]
  seconds: number
  total: number
}

/** Counts answers by the kind of address, never by the address: nothing in it is about anybody. */
export interface Meter {
  /** Counts one answer. @param kind - first part of the address, for example 'meetings' @param seconds - until the answer began */
  count(kind: string, method: string, status: number, seconds: number): void
  /** Everything counted, as Prometheus reads it. */
  lines(): readonly string[]
}

/** Makes a meter that has counted nothing. */
export function createMeter(): Meter {
  const kinds = new Map<string, Kind>()
  const kindOf = (name: string): Kind => {
    const known = kinds.get(name) ?? { counts: new Map(), upTo: BOUNDS.map(() => 0), seconds: 0, total: 0 }
    kinds.set(name, known)
    return known
  }
  return {
    count: (name, method, status, seconds) => {
      const kind = kindOf(name)
      const labels = `method="${method}",status="${status}"`
      kind.counts.set(labels, (kind.counts.get(labels) ?? 0) + 1)
      for (const [at, bound] of BOUNDS.entries()) if (seconds <= bound) kind.upTo[at] = (kind.upTo[at] ?? 0) + 1
      kind.seconds += seconds
      kind.total += 1
    },
    lines: () => [
      ...head('goldenthread_requests_total', 'counter', 'Answers by kind of address, method and status.'),
      ...[...kinds].flatMap(([name, { counts }]) =>
        [...counts].map(([labels, value]) => `goldenthread_requests_total{kind="${name}",${labels}} ${value}`),
      ),
      ...head('goldenthread_request_seconds', 'histogram', 'Time until an answer began.'),
      ...[...kinds].flatMap(([name, kind]) => histogram(name, kind)),
    ],
  }
}

function histogram(name: string, { upTo, seconds, total }: Kind): readonly string[] {
  const line = (suffix: string, labels: string, value: number): string =>
    `goldenthread_request_seconds_${suffix}{kind="${name}"${labels}} ${value}`
  return [
    ...BOUNDS.map((bound, at) => line('bucket', `,le="${bound}"`, upTo[at] ?? 0)),
    line('bucket', ',le="+Inf"', total),
    line('sum', '', Number(seconds.toFixed(6))),
    line('count', '', total),
  ]
}

/** One figure that goes up and down. */
export function gauge(name: string, help: string, values: readonly (readonly [labels: string, value: number])[]): readonly string[] {
  return [...head(name, 'gauge', help), ...values.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`)]
}

function head(name: string, type: string, help: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}
