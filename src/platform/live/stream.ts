import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { type LiveHub, mostOfAccount, mostVisitors, type News } from './hub.ts'

/** What a stream of news shows to one person. */
export interface StreamNeeds {
  readonly hub: LiveHub
  readonly topic: string
  /** The account that follows; undefined for a visitor. */
  readonly account?: string | undefined
  /** Whether this person hears of it. */
  accepts(news: News): boolean
  /** The revision of every part now, as this person may know it; asked at the beginning and after a break. */
  revisions(): Promise<ReadonlyMap<string, number>>
  /** Whether this person may still hear; asked now and then. */
  mayStay(): Promise<boolean>
}

/**
 * In milliseconds: a sign of life, how often standing is asked again, the longest life of one stream (the browser opens the next by itself), how long
 * whoever entered something is left alone with the answer, and how far apart people are told at most.
 */
const times = { comment: 15_000, ask: 30_000, life: 600_000, answer: 100, spread: 450 } as const

/**
 * Answers with a stream of server-sent events that hold part and revision and nothing else. It begins with the revision of every part, so that
 * whoever comes back after a break has missed nothing. Where there is no room: 503 with Retry-After, and the page goes on by asking now and then.
 */
export function streamNews(c: Context, needs: StreamNeeds): Response {
  const waiting: News[] = []
  const bell = ringer()
  let isEnded = false
  const end = (): void => {
    isEnded = true
    bell.ring()
  }
  let hasMissed = true // the first look is like the one after a break
  const leave = needs.hub.follow({
    topic: needs.topic,
    crowd: needs.account === undefined ? { name: 'visitors', most: mostVisitors } : { name: needs.account, most: mostOfAccount },
    news: (news) => {
      if (!needs.accepts(news)) return
      waiting.push(news)
      bell.ring()
    },
    missed: () => {
      hasMissed = true
      bell.ring()
    },
    end,
  })
  if (!leave) return c.text('Too many people follow at this moment. The page can still be read.\n', 503, { 'Retry-After': '20' })
  c.header('Cache-Control', 'no-store')
  c.header('X-Accel-Buffering', 'no') // proxies that gather answers must not
  return streamSSE(c, async (stream) => {
    stream.onAbort(end)
    const started = performance.now()
    let asked = started
    try {
      while (!isEnded && performance.now() - started < times.life) {
        if (hasMissed) {
          hasMissed = false
          await tell(
            stream,
            [...(await needs.revisions())].map(([part, revision]) => ({ part, revision })),
          )
        }
        if (waiting.length > 0) await sleep(stagger(needs.hub.following()))
        await tell(stream, newest(waiting.splice(0)))
        if (performance.now() - asked > times.ask) {
          asked = performance.now()
          if (!(await needs.mayStay())) break
        }
        if (waiting.length > 0 || hasMissed || isEnded) continue
        if (!(await bell.wait(times.comment))) await stream.write(': still here\n\n')
      }
    } finally {
      leave()
    }
  })
}

/**
 * Milliseconds that one stream waits before it tells: the more people follow, the later and the further apart they are told, so that whoever entered
 * it has the answer before they ask, and they do not all ask at once. News that come close together are told together.
 */
function stagger(following: number): number {
  return Math.min(times.answer, following * 5) + Math.random() * Math.min(times.spread, following * 5)
}

interface Moved {
  readonly part: string
  readonly revision: number
}

/** Of several news of one part the last says it all. */
function newest(news: readonly News[]): readonly Moved[] {
  return [...new Map(news.map(({ part, revision }) => [part, { part, revision }])).values()]
}

async function tell(stream: SSEStreamingApi, moved: readonly Moved[]): Promise<void> {
  for (const one of moved) await stream.writeSSE({ event: 'changed', data: JSON.stringify(one), id: String(one.revision) })
}

/** Something to wait at until it rings; a ring while nobody waits is kept. */
function ringer() {
  let rung = false
  let awake: (() => void) | undefined
  return {
    ring: (): void => {
      rung = true
      awake?.()
    },
    /** True where it rang within the time (in milliseconds). */
    wait: async (within: number): Promise<boolean> => {
      if (!rung) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, within)
        awake = resolve
        await promise
        clearTimeout(timer)
        awake = undefined
      }
      const has = rung
      rung = false
      return has
    },
  }
}
