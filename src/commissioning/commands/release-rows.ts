import type { NoticeObject } from '../rules/notices/json.ts'
import type { NoticeRelease } from '../rules/notices/merge.ts'
import type { DueRelease } from '../rules/notices/releases.ts'

/** A release that is out; `content` is null once what it tells of was taken back. */
export interface Out {
  readonly number: number
  readonly ocid: string
  readonly event: string
  readonly tags: readonly string[]
  readonly published: Temporal.Instant
  readonly content: string | null
}

/** In UTC with its offset: programs read a Z at the end of British notices as London time. */
const timeOf = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' }).replace('Z', '+00:00')

/**
 * What is due as rows of the table that keeps it: numbers go on, and times are whole seconds that follow one another.
 * @param last - the release of it that came out last
 * @param after - a time after which they come out besides, as that of another release of the same process; undefined: none
 */
export function releaseRows(
  due: readonly DueRelease[],
  {
    id,
    ocid,
    last,
    now,
    after,
  }: {
    readonly id: string
    readonly ocid: string
    readonly last: Out | undefined
    readonly now: Temporal.Instant
    readonly after?: Temporal.Instant | undefined
  },
) {
  const earlier = [last?.published, after].flatMap((one) =>
    one && Temporal.Instant.compare(one, now) >= 0 ? [one.add({ seconds: 1 })] : [],
  )
  const begins = earlier.reduce((latest, one) => (Temporal.Instant.compare(one, latest) > 0 ? one : latest), now)
  return due.map(({ event, tags, content }, place) => {
    const number = (last?.number ?? 0) + 1 + place
    const published = begins.add({ seconds: place })
    const head = { ocid, id: `${id}-${number}`, date: timeOf(published), tag: tags }
    return { number, ocid, event, tags: [...tags], published, content: JSON.stringify({ ...head, ...content }), taken_back: null }
  })
}

/** A release that is out, as the rules of merging take it. @param id - of what it tells of */
export const asRelease = (id: string, { number, ocid, tags, published, content }: Out): NoticeRelease => ({
  ...{ ocid, id: `${id}-${number}`, at: published, tags },
  content: JSON.parse(content ?? '{}') as NoticeObject,
})
