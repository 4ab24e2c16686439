import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Children } from '#platform/web/render.ts'
import { planPaths } from '../paths.ts'
import type { ActionView } from '../queries/plan-view.ts'
import type { Lead } from '../queries/rows.ts'
import type { Colour } from '../rules/rag.ts'
import type { ShapeColumn } from '../rules/shape.ts'
import { actionStateWords } from '../words/plan.ts'
import { colourWords } from '../words/rag.ts'

/** A colour as shape, word and colour. */
export function ColourPill({ colour }: { readonly colour: Colour | 'none' }): JSX.Element {
  const { word, meaning } = colourWords[colour]
  return <StatusPill meaning={meaning}>{word}</StatusPill>
}

/** Who leads or sponsors something; people are linked. */
export function Leads({ leads, part = 'lead' }: { readonly leads: readonly Lead[]; readonly part?: Lead['part'] }): JSX.Element {
  const found = leads.filter((lead) => lead.part === part)
  if (found.length === 0) return <span class="gt-missing">{part === 'lead' ? 'Nobody yet' : 'Not named'}</span>
  return (
    <>
      {found.map((lead, index) => (
        <>
          {index > 0 && ', '}
          <LeadName lead={lead} />
        </>
      ))}
    </>
  )
}

function LeadName({ lead: { name, person, organisation } }: { readonly lead: Lead }): JSX.Element {
  const href = person ? `/people/${person}` : organisation ? `/organisations/${organisation}` : undefined
  return href ? (
    <a class="govuk-link" href={href}>
      {name}
    </a>
  ) : (
    <span>{name}</span>
  )
}

/** A timescale as it was written, with the days it was read as where that adds something. */
export function Timescale({
  row: { dueWords, dueFrom, dueTo },
  inFull = false,
}: {
  /** Says, too, as which days the words were read. */
  readonly inFull?: boolean | undefined
  readonly row: { readonly dueWords: string; readonly dueFrom: Temporal.PlainDate | null; readonly dueTo: Temporal.PlainDate | null }
}): JSX.Element {
  if (dueWords === '') return <span class="gt-missing">No date</span>
  const days = dueTo === null ? (dueFrom === null ? '' : `from ${dayInWords(dueFrom)}`) : `last day ${dayInWords(dueTo)}`
  return (
    <>
      {dueWords}
      {inFull && days !== '' && <span class="gt-quiet"> ({days})</span>}
    </>
  )
}

/** What a column of the shape says of an action. */
export function actionCell({ code }: ShapeColumn, action: ActionView): Children {
  switch (code) {
    case 'reference':
      return action.reference
    case 'title':
      return (
        <a class="govuk-link" href={planPaths.action(action.id)}>
          {action.title}
        </a>
      )
    case 'text':
      return action.text
    case 'leads':
      return <Leads leads={action.leads} />
    case 'timescale':
      return <Timescale row={action} />
    case 'update':
      return <LatestWord action={action} />
    case 'rag':
      return <ColourPill colour={action.colour} />
    default:
      return action.details[code] ?? ''
  }
}

function LatestWord({ action: { latest, state } }: { readonly action: ActionView }): JSX.Element {
  const { word, meaning } = actionStateWords[state]
  return (
    <>
      <StatusPill meaning={meaning}>{word}</StatusPill>
      {latest && (
        <>
          {' '}
          {latest.text} <span class="gt-quiet">({dayInWords(latest.onDay)})</span>
        </>
      )}
    </>
  )
}
