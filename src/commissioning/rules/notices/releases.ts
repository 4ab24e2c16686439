import { implementationOf, withoutResults } from './delivery.ts'
import { at, canonical, isObject, type NoticeJson, type NoticeObject, objectsAt } from './json.ts'
import { mergeInto } from './merge.ts'
import { type NoticeProcess, termEnds } from './process.ts'
import { asOf, type NoticeStage, told } from './told.ts'

/** A release that is due: the event that it tells of, its tags, and what it says. Its head is put on when it is written down. */
export interface DueRelease {
  /** 'update' for what was put right; any other is told once. */
  readonly event: string
  readonly tags: readonly string[]
  readonly content: NoticeObject
}

/** An event of a process, and how the process stood at it. */
interface NoticeEvent {
  readonly key: string
  readonly tag: string
  readonly stage: NoticeStage
  readonly process: NoticeProcess
}

/** The events of a process that have come, in their order. */
function eventsOf(process: NoticeProcess, today: Temporal.PlainDate): readonly NoticeEvent[] {
  const { tenderedOn, notifiedOn, awardedOn, signedOn, engagedOn, taken, endedOn } = process
  const isAwarded = awardedOn !== undefined || notifiedOn !== undefined || signedOn !== undefined
  const ends = endedOn ?? termEnds(process)
  const before = { ...process, taken: undefined, endedOn: undefined, endedBecause: '' }
  const extended = { ...process, endedOn: undefined, endedBecause: '' }
  const event = (has: boolean, key: string, tag: string, stage: NoticeStage, of: NoticeProcess): readonly NoticeEvent[] =>
    has ? [{ key, tag, stage, process: of }] : []
  return [
    ...event(engagedOn !== undefined || !(tenderedOn || isAwarded), 'planning', 'planning', 'planning', before),
    ...event(tenderedOn !== undefined, 'tender', 'tender', 'tender', before),
    ...event(isAwarded, 'award', 'award', 'award', before),
    ...event(signedOn !== undefined, 'contract', 'contract', 'contract', before),
    ...event(signedOn !== undefined && taken !== undefined, `extension-${taken?.on.toString()}`, 'contractAmendment', 'contract', extended),
    ...event(
      signedOn !== undefined && ends !== undefined && Temporal.PlainDate.compare(ends, today) <= 0,
      ...(['termination', 'contractTermination', 'contract', process] as const),
    ),
  ]
}

/**
 * What has to be published of a process: one release for each event that came and was not told, and one update where something told before was put right.
 * Releases that are out are never changed; merged with them, what is due gives how the process stands today.
 * @param merged - the releases that are out, merged; {} where there are none
 * @param out - events that were told
 */
export function releasesDue(
  whole: NoticeProcess,
  merged: NoticeObject,
  out: ReadonlySet<string>,
  today: Temporal.PlainDate,
): readonly DueRelease[] {
  const process = asOf(whole, today)
  const events = eventsOf(process, today)
  const due: DueRelease[] = []
  let state = merged
  for (const event of events.filter(({ key }) => !out.has(key))) {
    // What came of it is told by a release of its own first, tagged as such.
    const isImplemented = implementationOf(objectsAt(state, 'contracts')).came.length > 0
    const content = over(state, toldAfter(state, isImplemented ? event.process : withoutResults(event.process), event.stage, today))
    due.push({ event: event.key, tags: [event.tag], content })
    state = mergeInto(state, content)
  }
  const stage = events.at(-1)?.stage ?? 'planning'
  const content = over(state, toldAfter(state, process, stage, today))
  const next = mergeInto(state, content)
  if (canonical(next) !== canonical(state)) due.push({ event: 'update', tags: updateTags(state, next, stage), content })
  return due
}

/** What is told over what is out: what was said of the value of a tender stays beside the value of the award. */
function toldAfter(state: NoticeObject, process: NoticeProcess, stage: NoticeStage, today: Temporal.PlainDate): NoticeObject {
  const next = told(process, stage, today)
  const estimated = at(state, 'tender', 'value')
  const stays = isObject(next.tender) && next.tender.value === undefined && objectsAt(next, 'awards').some((one) => isObject(one.value))
  return stays && estimated !== undefined && isObject(next.tender) ? { ...next, tender: { ...next.tender, value: estimated } } : next
}

const tagOf: Readonly<Record<string, string>> = {
  planning: 'planningUpdate',
  tender: 'tenderUpdate',
  awards: 'awardUpdate',
  contracts: 'contractUpdate',
}
const sectionOf: Readonly<Record<NoticeStage, string>> = { planning: 'tender', tender: 'tender', award: 'awards', contract: 'contracts' }

/** What of it changed; where only the parties did, the stage that it has come to. While it is planned, its tender is part of the plan. */
function updateTags(before: NoticeObject, next: NoticeObject, stage: NoticeStage): readonly string[] {
  const changed = Object.keys(tagOf).filter((section) => canonical(before[section]) !== canonical(next[section]))
  const sections =
    changed.length === 0 ? [sectionOf[stage]] : changed.filter((section) => section !== 'contracts' || !isDeliveryAlone(before, next))
  const tags = sections.flatMap((section) => (section === 'tender' && stage === 'planning' ? 'planningUpdate' : (tagOf[section] ?? [])))
  return [...new Set([...tags, ...deliveryTags(before, next)])]
}

const cameOf = (state: NoticeObject) => implementationOf(objectsAt(state, 'contracts'))
const isDeliveryAlone = (before: NoticeObject, next: NoticeObject): boolean =>
  canonical([...cameOf(before).rest]) === canonical([...cameOf(next).rest])

/** Whether an update tells of what came of contracts, for the first time or once more. */
function deliveryTags(before: NoticeObject, next: NoticeObject): readonly string[] {
  const [was, is] = [cameOf(before).came, cameOf(next).came]
  if (canonical(was) === canonical(is)) return []
  return [was.length === 0 ? 'implementation' : 'implementationUpdate']
}

/** What a thing that is no longer there still has to say, because the schema asks for it. */
const stays: ReadonlySet<string> = new Set(['id', 'awardID'])
const withStatus: ReadonlySet<string> = new Set(['lots', 'awards', 'contracts'])

/** What must be said so that merging it over `before` gives `next`: all of it, and null for what is gone. */
function over(before: NoticeObject, next: NoticeObject): NoticeObject {
  const fields: [string, NoticeJson | undefined][] = Object.entries(next).map(([name, value]) => {
    const there = before[name]
    if (isObject(value) && isObject(there)) return [name, over(there, value)]
    if (Array.isArray(value) && Array.isArray(there)) return [name, listOver(name, there, value)]
    return [name, value]
  })
  for (const name of Object.keys(before)) {
    if (!(name in next) && !isEmptied(before[name])) fields.push([name, nothingOf(name, before[name])])
  }
  return Object.fromEntries(fields)
}

const goesById = (list: readonly NoticeJson[]): boolean => list.some((one) => isObject(one) && typeof one.id === 'string')

function listOver(name: string, before: readonly NoticeJson[], next: readonly NoticeJson[]): readonly NoticeJson[] {
  if (name === 'additionalIdentifiers' || !goesById(before)) return next
  const there = new Map(before.flatMap((one) => (isObject(one) ? [[one.id, one] as const] : [])))
  const ids = new Set(next.flatMap((one) => (isObject(one) ? [one.id] : [])))
  return [
    ...next.map((one) => {
      const old = isObject(one) ? there.get(one.id) : undefined
      return isObject(one) && old ? over(old, one) : one
    }),
    ...before.filter((one) => isObject(one) && !ids.has(one.id)).map((one) => goneOf(name, one)),
  ]
}

/** A field that is said no more: the schema knows null for single values alone, so that an object says it of each of its own. */
function nothingOf(name: string, value: NoticeJson | undefined): NoticeJson {
  if (name === 'additionalIdentifiers') return []
  // A payment refers to organisations, and a reference has an id.
  if ((name === 'payer' || name === 'payee') && isObject(value)) return { id: value.id ?? '', name: null }
  if (Array.isArray(value)) return goesById(value) ? value.map((one) => goneOf(name, one)) : null
  return isObject(value) ? nothingsOf(value) : null
}

/** An object all of whose fields were taken back already; saying so again would say nothing, which the schema refuses. */
const isEmptied = (value: NoticeJson | undefined): boolean => isObject(value) && Object.keys(value).length === 0

const nothingsOf = (value: NoticeObject): NoticeObject =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => !isEmptied(held))
      .map(([field, held]) => [field, nothingOf(field, held)]),
  )

function goneOf(name: string, one: NoticeJson): NoticeJson {
  if (!isObject(one)) return one
  const fields = Object.entries(one)
    .filter(([, value]) => !isEmptied(value))
    .map(([field, value]) => [field, stays.has(field) ? (value ?? null) : nothingOf(field, value)] as const)
  return { ...Object.fromEntries(fields), ...(withStatus.has(name) ? { status: 'cancelled' } : {}) }
}
