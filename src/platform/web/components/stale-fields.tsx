import type { JSX } from 'hono/jsx/jsx-runtime'
import { NotificationBanner } from '../govuk/components.tsx'
import { DataTable } from './data-table.tsx'

/** A field of a form as the other person saved it and as it was typed, in words; '' where it is empty. */
export interface StaleField {
  readonly label: string
  readonly theirs: string
  readonly yours: string
}

/** Says above a form that somebody else saved it first, and what differs (X5); `more` where the page shows other differences below. */
export function StaleFields({
  fields,
  more = false,
}: {
  readonly fields: readonly StaleField[]
  readonly more?: boolean | undefined
}): JSX.Element {
  const rows = fields
    .filter(({ theirs, yours }) => theirs !== yours)
    .map(({ label, theirs, yours }) => ({ cells: [label, theirs || 'Nothing', yours || 'Nothing'] }))
  const words = 'Nothing of yours is lost: it stands in the form below. Save again to put it in place of what the other person saved.'
  return (
    <>
      <NotificationBanner titleText="Somebody else changed this first" role="alert">
        <p class="govuk-notification-banner__heading">Somebody else saved a change while you were typing</p>
        <p class="govuk-body">{rows.length === 0 && !more ? 'What they saved is the same as what you typed.' : words}</p>
      </NotificationBanner>
      {rows.length > 0 && (
        <DataTable
          caption="What differs"
          columns={[{ heading: 'Field' }, { heading: 'Saved by the other person' }, { heading: 'Typed by you' }]}
          rows={rows}
          narrow="stack"
        />
      )}
    </>
  )
}
