import type { Category, ReportStatus } from './agenda.ts'
import type { Lateness } from './late-papers.ts'
import type { MeetingState, Sight } from './meeting.ts'
import type { PaperState } from './paper.ts'
import type { TestPart } from './public-interest.ts'

/** What is published: the first pack, reports that follow it, or a corrected paper. */
export type PublicationKind = 'pack' | 'supplement' | 'correction'

/** Who may see a record once it is published; matter of Part 2 never goes further than the members (a table constraint says so too). */
export function sightOf(category: Category, meeting: Sight): Sight {
  return category === 'public' || meeting === 'draft' ? meeting : 'members'
}

/** A paper as the check before publishing sees it. */
export interface PaperToPublish {
  readonly id: string
  readonly item: string
  readonly itemNumber: string
  readonly state: PaperState
  readonly lateness: Lateness
  /** Those whose consent is still missing, for a late paper. */
  readonly consentsMissing: readonly string[]
  /** True where a version of it is public already and a draft waits. */
  readonly correction: boolean
  /** What the own public-interest test of a paper that is exempt for itself lacks; absent where it is judged as its item. */
  readonly testLacks?: readonly TestPart[]
}

/** An item as the check sees it. */
export interface ItemToPublish {
  readonly id: string
  readonly number: string
  readonly reportStatus: ReportStatus
  readonly urgent: boolean
  readonly published: boolean
  /** What the public-interest test of an exempt item lacks; absent where none is needed, or nothing is lacking. */
  readonly testLacks?: readonly TestPart[]
}

/** What the check looks at. */
export interface Publishable {
  readonly state: MeetingState
  /** Whether a pack of this meeting stands published. */
  readonly packOut: boolean
  /** Whether the meeting has begun: from then on papers can be tabled. */
  readonly begun: boolean
  readonly items: readonly ItemToPublish[]
  readonly papers: readonly PaperToPublish[]
}

/** Why nothing can be published as it stands; `number` is the item's. */
export interface PublishProblem {
  readonly code:
    | 'not-called'
    | 'meeting-not-ahead'
    | 'no-items'
    | 'report-missing'
    | 'report-not-cleared'
    | 'consents-missing'
    | 'nothing-new'
    | 'tabled-at-meeting'
    | 'new-item-not-urgent'
    | 'test-missing'
    | 'paper-test-missing'
  readonly number: string
  readonly names: readonly string[]
}

const problem = (code: PublishProblem['code'], number = '', names: readonly string[] = []): PublishProblem => ({ code, number, names })

function waitingPapers(now: Publishable): { readonly ordinary: readonly PaperToPublish[]; readonly tabled: readonly PaperToPublish[] } {
  const tabledItems = new Set(now.items.filter(({ reportStatus }) => reportStatus === 'tabled').map(({ id }) => id))
  const ready = now.papers.filter((paper) => paper.state === 'cleared' && paper.consentsMissing.length === 0)
  return { ordinary: ready.filter(({ item }) => !tabledItems.has(item)), tabled: ready.filter(({ item }) => tabledItems.has(item)) }
}

/**
 * Whether this would be a supplement of what is tabled (M3): papers handed out at the meeting are published once it has begun, in a supplement of their
 * own, after everything else.
 */
export function isTabledRelease(now: Publishable): boolean {
  const { ordinary, tabled } = waitingPapers(now)
  const added = now.items.some((item) => !item.published)
  return now.packOut && now.begun && tabled.length > 0 && ordinary.length === 0 && !added
}

/** The papers that would go out now: cleared, and with every consent that a late one needs. */
export function papersReady(now: Publishable): readonly PaperToPublish[] {
  const { ordinary, tabled } = waitingPapers(now)
  return isTabledRelease(now) ? tabled : ordinary
}

/** Papers that are cleared and wait to be tabled: they do not go out now. */
export function papersToTable(now: Publishable): readonly PaperToPublish[] {
  return isTabledRelease(now) ? [] : waitingPapers(now).tabled
}

/** The kind of publication that this would be. A corrected paper goes out by itself, with its reason. */
export function kindOf(now: Publishable): PublicationKind {
  return now.packOut ? 'supplement' : 'pack'
}

/** Why this cannot be published as it stands; empty when it can. */
export function publishProblems(now: Publishable): readonly PublishProblem[] {
  if (now.state === 'cancelled' || now.state === 'rescheduled' || now.state === 'abandoned') return [problem('meeting-not-ahead')]
  const uncalled = now.state === 'planned' ? [problem('not-called')] : []
  if (now.items.length === 0) return [...uncalled, problem('no-items')]
  const untested = [...now.items.flatMap((item) => testProblems(item)), ...now.papers.flatMap((paper) => paperTestProblems(paper))]
  return [...uncalled, ...untested, ...(now.packOut ? supplementProblems(now) : now.items.flatMap((item) => itemProblems(item, now)))]
}

/** An exempt item goes out with a public-interest test that is complete (M3); what is out already went out by the rules of its time. */
function testProblems({ number, published, testLacks = [] }: ItemToPublish): readonly PublishProblem[] {
  return published || testLacks.length === 0 ? [] : [problem('test-missing', number, testLacks)]
}

/** The same of a paper that is exempt for itself and goes out now. */
function paperTestProblems({ itemNumber, state, testLacks = [] }: PaperToPublish): readonly PublishProblem[] {
  return state !== 'cleared' || testLacks.length === 0 ? [] : [problem('paper-test-missing', itemNumber, testLacks)]
}

function itemProblems(item: ItemToPublish, now: Publishable): readonly PublishProblem[] {
  const papers = now.papers.filter((paper) => paper.item === item.id && paper.state !== 'withdrawn')
  if (item.reportStatus === 'attached' && papers.length === 0) return [problem('report-missing', item.number)]
  if (item.reportStatus !== 'attached') return []
  return papers.flatMap((paper): readonly PublishProblem[] => {
    if (paper.state !== 'cleared' && paper.state !== 'published') return [problem('report-not-cleared', item.number)]
    return paper.consentsMissing.length > 0 ? [problem('consents-missing', item.number, paper.consentsMissing)] : []
  })
}

function supplementProblems(now: Publishable): readonly PublishProblem[] {
  const unannounced = now.items.filter((item) => !item.published && !item.urgent)
  const added = now.items.some((item) => !item.published)
  const waiting = now.papers.filter((paper) => paper.state === 'cleared' && paper.consentsMissing.length > 0)
  const problems = [
    ...unannounced.map((item) => problem('new-item-not-urgent', item.number)),
    ...waiting.map((paper) => problem('consents-missing', paper.itemNumber, paper.consentsMissing)),
  ]
  if (problems.length > 0 || added || papersReady(now).length > 0) return problems
  const [tabled] = papersToTable(now)
  return [tabled ? problem('tabled-at-meeting', tabled.itemNumber) : problem('nothing-new')]
}
