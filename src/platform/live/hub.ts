import type { Log } from '#platform/log.ts'
import { type Listener, openListener } from './listener.ts'

/** What the database tells when something that people look at has changed: never what it says. */
export interface News {
  /** What is looked at, for example a meeting, by its id. */
  readonly topic: string
  readonly part: string
  readonly sight: string
  readonly revision: number
}

/** Somebody who looks. */
export interface Follower {
  /** Which topic to hear of. */
  readonly topic: string
  /** Who they are, so that nobody takes the room of the others; undefined: nobody is counted. */
  readonly crowd?: { readonly name: string; readonly most: number } | undefined
  news(news: News): void
  /** News may have been missed: read the revisions again. */
  missed(): void
  /** The house is closing. */
  end(): void
}

/** Most streams of one account at once: a person has a few windows, and a browser with lost lines opens some anew. */
export const mostOfAccount = 20

/** Most visitors at once, of 1,000 who have room: whoever takes part in a meeting always gets in. */
export const mostVisitors = 700

/** Hears the database once for a whole process and hands the news to everybody who follows its topic. */
export interface LiveHub {
  /** Follows until the function that it hands back is called; undefined where this process, or their crowd, has no room for one more. */
  follow(follower: Follower): (() => void) | undefined
  /** How many follow now. */
  following(): number
  /** Ends every follower and the line; nobody can follow afterwards. */
  close(): Promise<void>
}

/** What a hub is made from. */
export interface HubNeeds {
  /** Of the serving role. */
  readonly url: string
  readonly channel: string
  readonly log: Log
  /** Turns what was told into news; undefined for what is none. */
  read(payload: string): News | undefined
  /** Most followers at once. Default: 1,000. */
  readonly room?: number
}

/** Makes a hub. Its line to the database opens with the first follower, so that a house without one holds none. */
export function createLiveHub(needs: HubNeeds): LiveHub {
  const followers = new Map<string, Set<Follower>>()
  const crowds = new Map<string, number>()
  let count = 0
  let listener: Listener | undefined
  let isClosed = false
  const everybody = (): Follower[] => [...followers.values()].flatMap((set) => [...set])
  const line = (): Listener =>
    openListener({
      ...needs,
      heard: (payload) => {
        const news = needs.read(payload)
        if (news) for (const follower of followers.get(news.topic) ?? []) follower.news(news)
      },
      restored: () => {
        for (const follower of everybody()) follower.missed()
      },
    })
  const inCrowd = ({ crowd }: Follower): number => crowds.get(crowd?.name ?? '') ?? 0
  const leave = (follower: Follower): void => {
    const set = followers.get(follower.topic)
    if (!set?.delete(follower)) return
    count -= 1
    if (follower.crowd) crowds.set(follower.crowd.name, inCrowd(follower) - 1)
    if (inCrowd(follower) === 0) crowds.delete(follower.crowd?.name ?? '')
    if (set.size === 0) followers.delete(follower.topic)
  }
  return {
    follow(follower) {
      const { crowd } = follower
      if (isClosed || count >= (needs.room ?? 1_000) || (crowd && inCrowd(follower) >= crowd.most)) return undefined
      listener ??= line()
      const set = followers.get(follower.topic) ?? new Set()
      followers.set(follower.topic, set.add(follower))
      count += 1
      if (crowd) crowds.set(crowd.name, inCrowd(follower) + 1)
      return () => leave(follower)
    },
    following: () => count,
    async close() {
      isClosed = true
      for (const follower of everybody()) follower.end()
      followers.clear()
      crowds.clear()
      count = 0
      await listener?.close()
    },
  }
}
