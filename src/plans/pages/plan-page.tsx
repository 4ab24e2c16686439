import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Contents } from '#platform/web/components/contents.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import type { PlanView } from '../queries/plan-view.ts'
import type { PlanHead } from '../queries/plans.ts'
import { countColours } from '../rules/rag.ts'
import { periodInWords, reviewedInWords, sightWords, stageWords } from '../words/plan.ts'
import { countsInWords } from '../words/rag.ts'
import { ColoursCard } from './colours-card.tsx'
import { PlanRows } from './plan-rows.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PlanView
  /** Every version that one may see, the latest first. */
  readonly versions: readonly PlanHead[]
  readonly mayChange: boolean
  /** What stands between the facts and the priorities: reviews, approvals, reports. */
  readonly parts?: Children
  /** What stands below the priorities: needs, risks, equality. */
  readonly beside?: Children
}

/** A plan in one of its versions, with everything that it says (P2). */
export function PlanPage({ visit, view, versions, mayChange, parts, beside }: Props): JSX.Element {
  const { head, board, stage } = view
  const { word, meaning } = stageWords[stage]
  const isEdited = mayChange && head.state === 'draft'
  return (
    <Page
      visit={visit}
      title={head.title}
      breadcrumbs={planCrumbs(view)}
      width="workspace"
      description={`${head.typeName} of ${board.name}: ${head.title}.`}
    >
      <PageHead
        title={head.title}
        caption={`${board.name} · ${head.typeName}`}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={mayChange ? <Steps visit={visit} head={head} versions={versions} /> : undefined}
      />
      {boardNavigation(board.slug, 'plans')}
      <OtherVersion head={head} versions={versions} />
      {view.priorities.length > 1 && <PlanContents view={view} />}
      {head.summary !== '' && <TypedWords words={head.summary} />}
      <Card id="about" title="About this plan" link={{ text: 'Its golden thread', href: threadAddress('plan', head.id) }}>
        <KeyFacts facts={factsOf(view)} />
        <Fold title="How often it is reviewed, and who asks for it">
          <KeyFacts facts={furtherFacts(view, mayChange)} />
        </Fold>
      </Card>
      {parts}
      <PlanRows visit={visit} view={view} isEdited={isEdited} />
      {view.priorities.length === 0 && !isEdited && (
        <EmptyState title="Nothing stands in it yet" text="Its priorities and actions appear here once they are written." />
      )}
      {beside}
      <ColoursCard view={view} mayChange={mayChange} />
    </Page>
  )
}

/** The priorities of a plan and what stands below them, to go there at once. */
function PlanContents({ view }: Pick<Props, 'view'>): JSX.Element {
  const parts = [
    ...view.priorities.map(({ id, reference, title }) => [`priority-${id}`, `${reference} ${title}`.trim()] as const),
    ['needs-behind', 'Needs behind this plan'] as const,
    ['risks', 'Risks to this plan'] as const,
    ['equality', 'Equality'] as const,
    ['colours', 'What the colours mean'] as const,
  ]
  return <Contents parts={parts} />
}

/** The way to a plan. */
export function planCrumbs({ board }: Pick<PlanView, 'board'>) {
  return [
    { text: board.name, href: `/boards/${board.slug}` },
    { text: 'Plans', href: planPaths.ofBoard(board.slug) },
  ]
}

function factsOf({ head, actions }: PlanView) {
  const counts = countColours(actions.map(({ colour }) => colour))
  return [
    { label: 'For the time', value: periodInWords(head) },
    {
      label: 'Version',
      value: (
        <>
          {head.number}
          {head.publishedOn && `, in force since ${dayInWords(head.publishedOn)}`}
          {head.reason !== '' && `: ${head.reason}`} ·{' '}
          <a class="govuk-link" href={planPaths.versions(head.id)}>
            All versions
          </a>
        </>
      ),
    },
    ...(head.closedOn === null ? [] : [{ label: 'Closed', value: `${dayInWords(head.closedOn)}: ${head.closeReason}` }]),
    { label: 'Actions', value: actions.length === 0 ? 'None yet' : countsInWords(counts) },
    {
      label: 'What it lacks',
      value: (
        <a class="govuk-link" href={planPaths.check(head.id, head.number)}>
          Check this plan
        </a>
      ),
    },
  ]
}

/** What is asked of a plan now and then. */
function furtherFacts({ head }: PlanView, mayChange: boolean) {
  return [
    { label: 'Reviewed', value: reviewedInWords(head.reviewMonths) },
    ...(head.reference === '' ? [] : [{ label: 'Reference', value: head.reference }]),
    ...(head.typeSource === '' ? [] : [{ label: 'Asked for by', value: head.typeSource }]),
    ...(mayChange ? [{ label: 'Who may know of it', value: sightWords[head.sight] }] : []),
  ]
}

/** Leads from an older or a newer version to the one that is meant. */
function OtherVersion({ head, versions }: Pick<Props, 'versions'> & { readonly head: PlanHead }): JSX.Element | null {
  const shown = versions.find((version) => version.shown)
  const worked = versions.find(({ state }) => state === 'draft' || state === 'consultation' || state === 'approval')
  if (head.shown && worked && !worked.shown)
    return (
      <div class="govuk-inset-text">
        Version {worked.number} is being worked on.{' '}
        <a class="govuk-link" href={planPaths.version(head.id, worked.number)}>
          Open version {worked.number}
        </a>
      </div>
    )
  if (head.shown || !shown) return null
  return (
    <div class="govuk-inset-text">
      This is version {head.number}. Version {shown.number} is the one in force.{' '}
      <a class="govuk-link" href={planPaths.plan(head.id)}>
        Open the most recent version
      </a>
    </div>
  )
}

function Steps({
  visit,
  head,
  versions,
}: {
  readonly visit: Visit
  readonly head: PlanHead
  readonly versions: readonly PlanHead[]
}): JSX.Element | null {
  const step = (name: Parameters<typeof planPaths.step>[1], text: string, isFirst = false) => (
    <a class={isFirst ? 'govuk-button' : 'govuk-button govuk-button--secondary'} href={planPaths.step(head.id, name)}>
      {text}
    </a>
  )
  const isWorkedOn = versions.some(({ state }) => state === 'draft' || state === 'consultation' || state === 'approval')
  if (head.state === 'draft')
    return (
      <>
        {step('publish', 'Bring into force', true)} {step('edit', 'Change the details')} {step('consult', 'Put out for consultation')}{' '}
        {step('drop', 'Drop')}
      </>
    )
  if (head.state === 'consultation' || head.state === 'approval')
    return (
      <>
        {step('publish', 'Bring into force', true)}{' '}
        <PostButton visit={visit} action={planPaths.step(head.id, 'back')} text="Take back to change it" /> {step('drop', 'Drop')}
      </>
    )
  if (head.state !== 'published') return null
  return (
    <>
      {!isWorkedOn && step('revise', 'Write a new version', true)} {step('close', 'Close this plan')}
    </>
  )
}
