import type { JSX } from 'hono/jsx/jsx-runtime'
import { type BoardSection, boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DayForm } from '#platform/web/components/day-form.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { threadPaths } from '../paths.ts'
import type { ThingLine } from '../words/four-things.ts'

interface Common {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly breadcrumbs: readonly PageLink[]
  /** Whose records are counted. */
  readonly scope: string
  /** Asks for another day. */
  readonly form: FormState
}

/** One client group: how many services it has, and the four things in one line each. */
export interface GroupLine {
  readonly name: string
  readonly href: string
  readonly services: number
  readonly things: readonly ThingLine[]
}

const rests =
  'Money is what pays for the services of a group. Measures, actions and views are those of its services and of the outcomes that they serve; several groups may share an outcome.'

/** Every client group of a board, with cost beside performance, activity and views (T5). */
export function GroupsPage(props: Common & { readonly lines: readonly GroupLine[]; readonly period: string }): JSX.Element {
  const { visit, board, breadcrumbs, lines, period, scope, form } = props
  return (
    <Page visit={visit} title="Client groups" width="workspace" breadcrumbs={breadcrumbs} problems={form.problems}>
      <PageHead
        title="Client groups"
        caption={board.name}
        lead="For whom there are services: what they cost, beside what is done, how it goes and what people say."
      />
      {boardNavigation(board.slug, 'thread' satisfies BoardSection)}
      <p class="gt-muted">{`${scope} ${period} ${rests}`}</p>
      {lines.length === 0 ? (
        <EmptyState
          title="No service is recorded"
          text="Groups come from the services that this board has on the day, once they may be seen."
        />
      ) : (
        <DataTable
          caption="Cost beside performance, activity and views, by client group"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Client group' },
            { heading: 'Services', numeric: true },
            ...(lines[0]?.things ?? []).map(({ title }) => ({ heading: title })),
          ]}
          rows={lines.map(({ name, href, services, things }) => ({
            cells: [
              <a class="govuk-link" href={href}>
                {name}
              </a>,
              String(services),
              ...things.map(({ words, isMissing }) => (isMissing ? <Missing>{words}</Missing> : words)),
            ],
          }))}
        />
      )}
      <DayForm action={threadPaths.groups(board.slug)} form={form} />
    </Page>
  )
}

/** One client group: its services, what they are for, and the four things together. */
export function GroupPage(
  props: Common & {
    readonly name: string
    readonly services: readonly PageLink[]
    readonly ends: readonly PageLink[]
    readonly together: JSX.Element
    /** Of which day it is. */
    readonly on: string
    /** The address of the page, without a day. */
    readonly action: string
  },
): JSX.Element {
  const { visit, board, breadcrumbs, name, services, ends, together, scope, on, action, form } = props
  return (
    <Page visit={visit} title={name} width="workspace" breadcrumbs={breadcrumbs} problems={form.problems}>
      <PageHead title={name} caption={`Client group, ${board.name}`} />
      {boardNavigation(board.slug, 'thread' satisfies BoardSection)}
      <p class="gt-muted">{`${scope} ${on} ${rests}`}</p>
      <KeyFacts
        facts={[
          { label: 'Services', value: services.length === 0 ? <Missing>None on this day</Missing> : <Links links={services} /> },
          {
            label: 'What they are for',
            value: ends.length === 0 ? <Missing>None of these services names an outcome</Missing> : <Links links={ends} />,
          },
        ]}
      />
      {together}
      <DayForm action={action} form={form} />
    </Page>
  )
}

function Links({ links }: { readonly links: readonly PageLink[] }): JSX.Element {
  return (
    <ul class="gt-list">
      {links.map(({ text, href }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
