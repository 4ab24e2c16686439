import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Button, Checkboxes } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, readingPaths } from '../paths.ts'
import { type AgendaItem, titleOf } from '../queries/agenda.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { PaperRecord } from '../queries/papers.ts'
import type { PlanItem } from '../queries/plan.ts'
import { categoryWords, paragraphsInWords, purposeWords, reportStatusWords } from '../words/agenda.ts'
import { paperStateWords } from '../words/paper.ts'

/** The agenda as the clerk builds it. */
export interface AgendaPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly agenda: readonly AgendaItem[]
  readonly papers: readonly PaperRecord[]
  /** Items of the forward plan that were placed in this meeting. */
  readonly placed: readonly PlanItem[]
  /** The other boards at the table of a joint meeting. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
  readonly openers: readonly {
    readonly name: 'openers' | 'standing'
    readonly value: string
    readonly text: string
    readonly checked: boolean
    readonly hint?: string | undefined
  }[]
  readonly mayChange: boolean
  /** Papers that other boards sent and that wait to be taken in. */
  readonly waiting: number
}

/** The agenda builder: no dragging, every step is a button or a link. */
export function AgendaPage(props: AgendaPageProps): JSX.Element {
  const { visit, board, meeting, agenda, placed } = props
  const published = agenda.some(({ sight }) => sight !== 'draft')
  const breadcrumbs = [
    { text: board.name, href: `/boards/${board.slug}` },
    { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
    { text: 'Prepare the meeting', href: meetingPaths.prepare(meeting.id) },
  ]
  return (
    <Page visit={visit} title={`Agenda for ${weekdayInWords(meeting.heldOn)}`} breadcrumbs={breadcrumbs} width="workspace">
      <PageHead
        title="Agenda"
        caption={`${board.name}, ${weekdayInWords(meeting.heldOn)}`}
        lead={published ? 'The agenda is published. New items must be urgent; they are seen once a supplement is published.' : undefined}
        actions={
          <a class="govuk-button" href={meetingPaths.newItem(meeting.id)}>
            Add an item
          </a>
        }
      />
      {agenda.length === 0 && <EmptyState title="No items yet" text="Begin with the standing items below, or add an item." />}
      {agenda.length > 0 && (
        <ol class="gt-builder">
          {agenda.map((item) => (
            <BuilderItem item={item} {...props} />
          ))}
        </ol>
      )}
      {placed.length > 0 && <Placed visit={visit} meeting={meeting} placed={placed} others={props.others} />}
      {!published && <Openers visit={visit} meeting={meeting} openers={props.openers} />}
      <p class="govuk-body">
        <a class="govuk-link" href={meetingPaths.check(meeting.id)}>
          Check what the public will see
        </a>
      </p>
    </Page>
  )
}

function BuilderItem({ item, visit, meeting, papers, agenda, waiting }: AgendaPageProps & { readonly item: AgendaItem }): JSX.Element {
  const siblings = agenda.filter(({ parent }) => parent === item.parent)
  const at = siblings.findIndex(({ id }) => id === item.id)
  const draft = item.sight === 'draft'
  const href = (step: Parameters<typeof meetingPaths.itemStep>[2]) => meetingPaths.itemStep(meeting.id, item.id, step)
  const facts = [
    item.purpose === 'not_stated' ? 'Purpose not stated' : purposeWords[item.purpose],
    item.reportStatus === 'not_stated' ? 'Report not stated' : reportStatusWords[item.reportStatus],
    item.content?.presenter ?? '',
  ].filter((fact) => fact !== '')
  return (
    <li class={item.parent === null ? 'gt-builder__item' : 'gt-builder__item gt-builder__item--sub'} id={`item-${item.id}`}>
      <div class="gt-builder__number">{item.number}</div>
      <div class="gt-builder__words">
        <h2 class="govuk-heading-s gt-builder__title">
          <a class="govuk-link" href={draft ? href('edit') : meetingPaths.item(meeting.id, item.id)}>
            {titleOf(item)}
          </a>{' '}
          {item.category !== 'public' && <StatusPill meaning="exempt">Part 2</StatusPill>}{' '}
          {item.urgent && <StatusPill meaning="warning">Urgent</StatusPill>}
          {item.withdrawnAt && <StatusPill meaning="neutral">Withdrawn</StatusPill>}
        </h2>
        <p class="gt-builder__facts">{facts.join(' · ')}</p>
        {item.category !== 'public' && (
          <p class="gt-builder__facts">
            The public reads: {item.publicTitle}. {categoryWords[item.category]}, {paragraphsInWords(item)}
          </p>
        )}
        <ItemPapers item={item} papers={papers} href={href('paper')} waiting={waiting} />
      </div>
      <div class="gt-builder__acts">
        {draft && at > 0 && <PostButton visit={visit} action={href('up')} text="Up" about={`item ${item.number}`} look="link" />}
        {draft && at < siblings.length - 1 && (
          <PostButton visit={visit} action={href('down')} text="Down" about={`item ${item.number}`} look="link" />
        )}
        {draft ? (
          <PostButton visit={visit} action={href('remove')} text="Remove" about={`item ${item.number}`} look="link" />
        ) : (
          !item.withdrawnAt && (
            <>
              <a class="govuk-link" href={readingPaths.itemAudience(meeting.id, item.id)}>
                Who is told<span class="govuk-visually-hidden"> of item {item.number}</span>
              </a>
              <a class="govuk-link" href={href('withdraw')}>
                Withdraw<span class="govuk-visually-hidden"> item {item.number}</span>
              </a>
            </>
          )
        )}
      </div>
    </li>
  )
}

function ItemPapers({
  item,
  papers,
  href,
  waiting,
}: {
  readonly item: AgendaItem
  readonly papers: readonly PaperRecord[]
  readonly href: string
  readonly waiting: number
}): JSX.Element {
  const own = papers.filter((paper) => paper.item === item.id && paper.state !== 'withdrawn')
  return (
    <p class="gt-builder__facts">
      {own.map((paper) => (
        <>
          <a class="govuk-link" href={meetingPaths.paper(paper.id)}>
            {paper.title}
          </a>{' '}
          ({paperStateWords[paper.state].toLowerCase()}).{' '}
        </>
      ))}
      {!item.withdrawnAt && (
        <a class="govuk-link" href={href}>
          {own.length === 0 ? 'Start a paper' : 'Add another paper'}
          <span class="govuk-visually-hidden"> for item {item.number}</span>
        </a>
      )}
      {!item.withdrawnAt && waiting > 0 && (
        <>
          {' or '}
          <a class="govuk-link" href={meetingPaths.takeIn(item.meeting, item.id)}>
            take in one that was sent on
            <span class="govuk-visually-hidden"> for item {item.number}</span>
          </a>
        </>
      )}
    </p>
  )
}

function Placed({ visit, meeting, placed, others }: Pick<AgendaPageProps, 'visit' | 'meeting' | 'placed' | 'others'>): JSX.Element {
  const ofBoard = (item: PlanItem): string | undefined => others.find(({ id }) => id === item.body)?.name
  return (
    <Card title="From the forward plan" id="placed" lead="Placed in this meeting and not on the agenda yet">
      <ul class="govuk-list gt-rows">
        {placed.map((item) => (
          <li>
            <span>
              {item.title}
              {ofBoard(item) && <span class="govuk-hint"> A standing item of {ofBoard(item)}</span>}
            </span>
            <PostButton
              visit={visit}
              action={meetingPaths.placePlanItem(meeting.id)}
              text="Bring onto the agenda"
              about={item.title}
              fields={{ planItem: item.id }}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Openers({ visit, meeting, openers }: Pick<AgendaPageProps, 'visit' | 'meeting' | 'openers'>): JSX.Element {
  const boxes = (name: 'openers' | 'standing', legend: string) => {
    const items = openers
      .filter((opener) => opener.name === name)
      .map(({ value, text, checked, hint }) => ({ value, text, checked, ...(hint === undefined ? {} : { hint: { text: hint } }) }))
    if (items.length === 0) return null
    return (
      <Checkboxes
        idPrefix={name}
        name={name}
        classes="govuk-checkboxes--small"
        fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
        items={items}
      />
    )
  }
  return (
    <Card title="Standing items" id="standing-items" lead="Added once; what is on the agenda already is not added again">
      <form method="post" action={meetingPaths.openers(meeting.id)}>
        <CsrfField visit={visit} />
        {boxes('openers', 'Openers')}
        {boxes('standing', 'By the terms: what is due at this meeting is chosen already')}
        <Button text="Add these items" classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </Card>
  )
}
