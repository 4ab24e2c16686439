import type { Category, ReportStatus } from './agenda.ts'
import type { Lateness } from './late-papers.ts'
import type { MeetingState, Sight } from './meeting.ts'
import type { PaperState } from './paper.ts'

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
}

/** An item as the check sees it. */
export interface ItemToPublish {
  readonly id: string
  readonly number: string
  readonly reportStatus: ReportStatus
  readonly urgent: boolean
  readonly published: boolean
}

/** What the check looks at. */
export interface Publishable {
  readonly state: MeetingState
  /** Whether a pack of this meeting stands published. */
  readonly packOut: boolean
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
    | 'new-item-not-urgent'
  readonly number: string
  readonly names: readonly string[]
}

const problem = (code: PublishProblem['code'], number = '', names: readonly string[] = []): PublishProblem => ({ code, number, names })

/** The papers that would go out now: cleared, and with every consent that a late one needs. */
export function papersReady(now: Publishable): readonly PaperToPublish[] {
  return now.papers.filter((paper) => paper.state === 'cleared' && paper.consentsMissing.length === 0)
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
  return [...uncalled, ...(now.packOut ? supplementProblems(now) : now.items.flatMap((item) => itemProblems(item, now)))]
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
  return problems.length === 0 && papersReady(now).length === 0 && !added ? [problem('nothing-new')] : problems
}
