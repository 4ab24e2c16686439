import { identifyingSigns } from '../identifying.ts'
import { dayAt, dayBegins } from './day.ts'
import { at, type NoticeObject, objectsAt, textAt } from './json.ts'
import type { NoticeParty, NoticeProcess } from './process.ts'

/** How what was foreseen stands: still ahead, given up, or there. */
export type ForeseenState = 'open' | 'withdrawn' | 'come'

/** What a process says before anything is bought. */
export interface Foreseen {
  /** Why and what, in plain words; '' where nothing is said. */
  readonly rationale: string
  /** When it is expected to begin, as it was said last; undefined: nobody said. */
  readonly expectedOn: Temporal.PlainDate | undefined
  readonly state: ForeseenState
}

/** What an intention or a case of a pipeline foresees. */
export interface ForeseenPurchase extends Foreseen {
  readonly id: string
  readonly kind: 'intention' | 'case'
  readonly body: string
  readonly title: string
  /** The lead commissioner of its service; undefined: no service is named. */
  readonly buyer: NoticeParty | undefined
  /** What came of it, as far as whoever reads may see it and it is for everybody. */
  readonly contract: string | undefined
}

/** The words that come out of a purchase that is foreseen: what a person lets come out is exactly these. */
export const foreseenWords = ({ title, rationale }: Pick<ForeseenPurchase, 'title' | 'rationale'>): string =>
  [title, rationale].filter((one) => one !== '').join(' ')

/** Whether its words wait for a person who lets them come out (handbook of commissioning 7); the table of releases refuses them, too. */
export const isForeseenHeld = (purchase: Pick<ForeseenPurchase, 'title' | 'rationale'>, cleared: ReadonlySet<string>): boolean =>
  identifyingSigns(foreseenWords(purchase), null).length > 0 && !cleared.has(foreseenWords(purchase))

/**
 * Whether something of it is told at all. What was over before it could be foreseen in public is not foreseen now; what was told goes on being told until its
 * contract is out under the same ocid, which tells all that follows.
 */
export function isForeseenTold(
  { state, expectedOn }: Foreseen,
  { isOut, contractSpeaks, today }: { readonly isOut: boolean; readonly contractSpeaks: boolean; readonly today: Temporal.PlainDate },
): boolean {
  if (contractSpeaks) return false
  return isOut || (state === 'open' && (expectedOn === undefined || Temporal.PlainDate.compare(expectedOn.add({ years: 1 }), today) > 0))
}

/** A purchase that is foreseen as a process of which nothing but its planning is known. */
export function processForeseen({ title, buyer, rationale, expectedOn, state }: ForeseenPurchase): NoticeProcess {
  return {
    ...{ title, summary: '', reference: '', regime: undefined, process: '', buyers: buyer ? [buyer] : [], suppliers: [], lots: [] },
    ...{ startsOn: undefined, endsOn: undefined, taken: undefined, openMonths: 0, net: null, gross: null, engagedOn: undefined },
    ...{ tenderedOn: undefined, notifiedOn: undefined, standstillUntil: undefined, awardedOn: undefined, signedOn: undefined },
    ...{ endedOn: undefined, endedBecause: '', indicators: [], assessments: [], transactions: [] },
    foreseen: { rationale, expectedOn, state },
  }
}

/** The id of the milestone that says when it is expected. */
const EXPECTED = 'expected'
const milestoneStatus: Readonly<Record<ForeseenState, string>> = { open: 'scheduled', withdrawn: 'notMet', come: 'met' }
const tenderStatus: Readonly<Record<ForeseenState, string>> = { open: 'planned', withdrawn: 'cancelled', come: 'complete' }

/** How the tender of a process stands of which nothing but its planning is known. */
export const plannedStatus = (foreseen: Foreseen | undefined): string => tenderStatus[foreseen?.state ?? 'open']

/** The section on planning (OCDS `planning`): what is foreseen, and when the market was engaged; undefined where nothing is known. */
export function toldPlanning({ foreseen, engagedOn }: Pick<NoticeProcess, 'foreseen' | 'engagedOn'>): NoticeObject | undefined {
  const milestones: NoticeObject[] = []
  if (foreseen?.expectedOn)
    milestones.push({
      ...{ id: EXPECTED, title: 'Expected to begin (indicative)', type: 'delivery', status: milestoneStatus[foreseen.state] },
      dueDate: dayBegins(foreseen.expectedOn),
    })
  if (engagedOn)
    milestones.push({ id: 'engagement', title: 'Market engagement', type: 'engagement', status: 'met', dateMet: dayBegins(engagedOn) })
  const rationale = foreseen?.rationale ?? ''
  if (milestones.length === 0 && rationale === '') return undefined
  return { ...(rationale === '' ? {} : { rationale }), ...(milestones.length === 0 ? {} : { milestones }) }
}

/** What merged notices foresaw; undefined where they say nothing of it. */
export function heardForeseen(merged: NoticeObject): Foreseen | undefined {
  const expected = objectsAt(merged, 'planning', 'milestones').find((one) => textAt(one, 'id') === EXPECTED)
  const rationale = textAt(merged, 'planning', 'rationale')
  if (expected === undefined && rationale === '') return undefined
  const status = textAt(at(merged, 'tender'), 'status')
  const states = Object.entries(tenderStatus) as [ForeseenState, string][]
  return { rationale, expectedOn: dayAt(expected?.dueDate), state: states.find(([, word]) => word === status)?.[0] ?? 'open' }
}
