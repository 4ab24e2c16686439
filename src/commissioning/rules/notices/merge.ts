import { canonical, isObject, type NoticeJson, type NoticeObject } from './json.ts'

/** One release, as it was read. */
export interface NoticeRelease {
  readonly ocid: string
  readonly id: string
  /** When it was published; undefined where it does not say, and then it counts as the first. */
  readonly at: Temporal.Instant | undefined
  readonly tags: readonly string[]
  readonly content: NoticeObject
}

/** Lists that are replaced as a whole (`wholeListMerge` in OCDS 1.1.5, the EU profile and the UK extension); all others are merged by the ids of what is in them. */
const wholeLists: ReadonlySet<string> = new Set([
  ...['additionalIdentifiers', 'additionalClassifications', 'classifications', 'criteria', 'deliveryAddresses', 'deliveryLocations'],
  ...['unstructuredChanges', 'rationaleClassifications', 'procurementMethodRationaleClassifications', 'essentialAssets', 'identifiers'],
  ...['customerServices', 'juryMembers', 'dates', 'numbers', 'legislativeReferences', 'additionalContactPoints'],
  ...['buyerClassificationRestrictions', 'buyerLocationRestrictions'],
])
/** What says of a release which it is, and so is not merged. */
const ofRelease: ReadonlySet<string> = new Set(['ocid', 'id', 'date', 'tag'])

/** The order in which releases of one process count: by when they were published; at the same moment by id. */
export const inOrder = (releases: readonly NoticeRelease[]): readonly NoticeRelease[] =>
  releases.toSorted((one, other) => {
    const by = (one.at?.epochMilliseconds ?? 0) - (other.at?.epochMilliseconds ?? 0)
    return by === 0 ? (one.id < other.id ? -1 : one.id > other.id ? 1 : 0) : by
  })

/**
 * The releases of one process as one (OCDS 1.1, merging): later values replace earlier ones, null takes away, lists go by id. A cancellation takes nothing away:
 * it often comes as a stub (handbook of commissioning 5.1). Without ocid, id, date and tag.
 */
export function mergeReleases(releases: readonly NoticeRelease[]): NoticeObject {
  return inOrder(releases).reduce<NoticeObject>((merged, { tags, content }) => {
    const isCancellation = tags.length > 0 && tags.every((tag) => tag.endsWith('Cancellation'))
    return mergeInto(merged, without(content, ofRelease), isCancellation)
  }, {})
}

const without = (content: NoticeObject, names: ReadonlySet<string>): NoticeObject =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.has(name)))

/** What `next` says over what was there. @param keeps - null takes nothing away */
export function mergeInto(before: NoticeObject, next: NoticeObject, keeps = false): NoticeObject {
  const fields = new Map(Object.entries(before))
  for (const [name, value] of Object.entries(next)) {
    if (value === undefined || (value === null && keeps)) continue
    if (value === null) fields.delete(name)
    else fields.set(name, mergedField(name, fields.get(name), value, keeps))
  }
  return Object.fromEntries(fields)
}

function mergedField(name: string, before: NoticeJson | undefined, value: NoticeJson, keeps: boolean): NoticeJson {
  if (Array.isArray(value)) return mergedList(name, Array.isArray(before) ? before : [], value, keeps)
  return isObject(value) ? mergeInto(isObject(before) ? before : {}, value, keeps) : value
}

function mergedList(name: string, before: readonly NoticeJson[], list: readonly NoticeJson[], keeps: boolean): readonly NoticeJson[] {
  // An empty list that goes by ids says nothing of what is in it.
  if (list.length === 0) return wholeLists.has(name) && !keeps ? [] : before
  const goesById = !wholeLists.has(name) && list.every((one) => isObject(one)) && list.some((one) => isObject(one) && hasId(one))
  if (!goesById) return list.map((one) => (isObject(one) ? mergeInto({}, one) : one))
  const merged = new Map<string, NoticeJson>(before.map((one, number) => [keyOf(one, number), one]))
  for (const [number, one] of list.entries()) {
    if (!isObject(one)) continue
    const key = keyOf(one, number)
    const there = merged.get(key)
    merged.set(key, mergeInto(isObject(there) ? there : {}, one, keeps))
  }
  return [...merged.values()]
}

const hasId = (one: NoticeObject): boolean => typeof one.id === 'string' || typeof one.id === 'number'
/** The id of an entry of a list; one without an id is the same only as its very equal. */
const keyOf = (one: NoticeJson, number: number): string =>
  isObject(one) && hasId(one) ? `id ${String(one.id)}` : isObject(one) ? `as ${canonical(one)}` : `at ${number}`
