import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DateText } from '#platform/web/components/date-text.tsx'
import { dateItems } from '#platform/web/components/day-input.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, DateInput } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { Answers, type ToldAnswer } from './answers.tsx'
import { type PictureView, ThreadPicture } from './thread-picture.tsx'

/** One record in the list, in the words of its sentence. */
export interface ToldBranch {
  /** 'is measured by the measure'. */
  readonly how: string
  readonly label: string
  /** Its own thread. */
  readonly href: string
  /** 'overdue', 'done' and the like; undefined for none. */
  readonly note: string | undefined
  /** Told in full elsewhere on the page. */
  readonly isAgain: boolean
  readonly branches: readonly ToldBranch[]
}

/** One direction of the thread. */
export interface ToldDirection {
  readonly branches: readonly ToldBranch[]
  readonly goesOn: boolean
}

/** A link that somebody asserted, as the page lists it. */
export interface ToldLink {
  readonly words: string
  readonly why: string
  readonly by: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly endReason: string
  /** Where it is ended; undefined for those who may not, and for one that has ended. */
  readonly end: string | undefined
}

/** Everything that the page of a thread shows. */
export interface ThreadView {
  readonly title: string
  readonly noun: string
  readonly label: string
  readonly record: PageLink | undefined
  readonly board: PageLink | undefined
  readonly breadcrumbs: readonly PageLink[]
  readonly day: Temporal.PlainDate
  readonly isToday: boolean
  readonly scope: string
  readonly towards: ToldDirection
  readonly back: ToldDirection
  readonly picture: PictureView | undefined
  readonly isPictureCut: boolean
  readonly links: readonly ToldLink[]
  /** Where one links it to what it serves; undefined for those who may not. */
  readonly link: string | undefined
  /** What was answered to gaps of this record. */
  readonly answers: readonly ToldAnswer[]
  /** What rules find wanting in this record. */
  readonly gaps: readonly { readonly words: string; readonly href: string }[]
}

/** The golden thread of one record, in both directions (T2). */
export function ThreadPage(props: {
  readonly visit: Visit
  readonly view: ThreadView
  readonly form: FormState
  /** The four things together, for what has them. */
  readonly together?: Children
}): JSX.Element {
  const { visit, view, form } = props
  const actions = view.link && (
    <a class="govuk-link" href={view.link}>
      Link this to what it serves
    </a>
  )
  return (
    <Page visit={visit} title={view.title} breadcrumbs={view.breadcrumbs} width="workspace" problems={form.problems}>
      <PageHead
        title="Golden thread"
        caption={`The ${view.noun}`}
        lead={view.isToday ? undefined : `As it stood on ${dayInWords(view.day)}.`}
        actions={actions}
      />
      <p class="govuk-body-l">{view.label}</p>
      <KeyFacts
        facts={[
          ...(view.record ? [{ label: 'Its own page', value: <TextLink {...view.record} /> }] : []),
          ...(view.board ? [{ label: 'Board', value: <TextLink {...view.board} /> }] : []),
          { label: 'As on', value: <DateText day={view.day} weekday={false} /> },
          { label: 'Shown', value: view.scope },
        ]}
      />
      <Direction
        id="towards"
        title={`What this ${view.noun} serves`}
        told={view.towards}
        none={`No link says what this ${view.noun} serves.`}
        link={view.link}
      />
      <Direction
        id="back"
        title={`What serves this ${view.noun}`}
        told={view.back}
        none={`Nothing is recorded that serves this ${view.noun}.`}
      />
      {view.picture && (
        <section aria-labelledby="picture">
          <h2 class="govuk-heading-m" id="picture">
            As a picture
          </h2>
          <p>
            {view.picture.sentence} {view.isPictureCut && 'What is further away stands in the lists above only.'}
          </p>
          <ThreadPicture view={view.picture} />
        </section>
      )}
      {props.together}
      {view.gaps.length + view.answers.length > 0 && (
        <section aria-labelledby="gaps">
          <h2 class="govuk-heading-m" id="gaps">
            What is missing here
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {view.gaps.map(({ words, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
          <Answers visit={visit} answers={view.answers} about={view.label} />
        </section>
      )}
      {view.links.length > 0 && <Links links={view.links} />}
      <OnAnotherDay visit={visit} form={form} />
    </Page>
  )
}

function TextLink({ text, href }: PageLink): JSX.Element {
  return (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
}

function Direction(props: {
  readonly id: string
  readonly title: string
  readonly told: ToldDirection
  readonly none: string
  readonly link?: string | undefined
}): JSX.Element {
  const { id, title, told, none, link } = props
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {told.branches.length === 0 ? (
        <p>
          <span class="gt-missing">{none}</span>
          {link && (
            <>
              {' '}
              <a class="govuk-link" href={link}>
                Link it
              </a>
            </>
          )}
        </p>
      ) : (
        <Branches branches={told.branches} />
      )}
      {told.goesOn && <p class="gt-muted">The thread goes on from here. Open one of the last records to follow it.</p>}
    </section>
  )
}

function Branches({ branches }: { readonly branches: readonly ToldBranch[] }): JSX.Element {
  return (
    <ul class="gt-walk">
      {branches.map((branch) => (
        <li class="gt-walk__one">
          <span class="gt-walk__how">{branch.how}</span>{' '}
          <a class="govuk-link" href={branch.href}>
            {branch.label}
          </a>
          {branch.note && <span class="gt-walk__how"> ({branch.note})</span>}
          {branch.isAgain && <span class="gt-walk__how"> (what follows stands elsewhere in this list)</span>}
          {branch.branches.length > 0 && <Branches branches={branch.branches} />}
        </li>
      ))}
    </ul>
  )
}

function Links({ links }: { readonly links: readonly ToldLink[] }): JSX.Element {
  return (
    <section aria-labelledby="links">
      <h2 class="govuk-heading-m" id="links">
        Links that people made
      </h2>
      <p>Everything else above follows from the records themselves.</p>
      <ul class="gt-list">
        {links.map((link) => (
          <li>
            {link.words}. {link.why}
            <br />
            <span class="gt-muted">
              {link.by}, from <DateText day={link.startsOn} weekday={false} />
              {link.endsOn && (
                <>
                  {' '}
                  until <DateText day={link.endsOn} weekday={false} />. {link.endReason}
                </>
              )}
            </span>{' '}
            {link.end && (
              <a class="govuk-link gt-no-print" href={link.end}>
                End this link<span class="govuk-visually-hidden">: {link.words}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function OnAnotherDay({ visit, form }: { readonly visit: Visit; readonly form: FormState }): JSX.Element {
  const error = form.error('on')
  return (
    <form class="gt-no-print govuk-!-margin-top-6" method="get" action={visit.path} novalidate>
      <DateInput
        id="on"
        namePrefix="on"
        fieldset={{ legend: { text: 'See the thread as it stood on another day', classes: 'govuk-fieldset__legend--s' } }}
        items={dateItems(form, 'on') as never}
        {...(error ? { errorMessage: error } : {})}
      />
      <Button text="Show that day" classes="govuk-button--secondary" />
    </form>
  )
}
