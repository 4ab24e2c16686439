import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Details, FileUpload, Textarea } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { memberImportPath, membersPath } from '../paths.ts'
import type { MembershipPlan } from '../rules/membership-plan.ts'

interface Board {
  readonly slug: string
  readonly name: string
}

const example = `seat,category,voting,name,email,organisation,post,from
Primary schools,education,voting,A. Example,a.example@school.example,,Head teacher,01/09/2025
Primary schools,education,voting,,,,,01/09/2025`

/** Asks for a membership as a spreadsheet. */
export function ImportPage(props: {
  readonly visit: Visit
  readonly body: Board
  readonly form: FormState
  readonly breadcrumbs: readonly PageLink[]
}): JSX.Element {
  const { visit, body, form, breadcrumbs } = props
  const title = 'Bring members in from a spreadsheet'
  return (
    <Page visit={visit} title={title} breadcrumbs={breadcrumbs} width="form" problems={form.problems}>
      <PageHead
        title={title}
        caption={body.name}
        lead="One line for each place of a seat. You see what would happen before anything is saved, and either all of it is saved or nothing."
      />
      <form method="post" action={memberImportPath(body.slug)} enctype="multipart/form-data" novalidate>
        <CsrfField visit={visit} />
        <FileUpload id="file" name="file" label={{ text: 'CSV file', classes: 'govuk-label--s' }} errorMessage={form.error('file')} />
        <Textarea
          id="rows"
          name="rows"
          rows={10}
          spellcheck={false}
          label={{ text: 'Or paste the rows', classes: 'govuk-label--s' }}
          hint={{ text: 'With the headings in the first line' }}
          value={form.value('rows')}
        />
        <Details summaryText="What the columns mean">
          <p class="govuk-body">
            seat and name are needed. Leave name empty for a vacant place. voting is voting, non-voting, observer, adviser or invited.
            organisation must be the name of one that is recorded. from is the first day, like 01/09/2025; without one it is today.
          </p>
          <pre class="gt-quiet">{example}</pre>
        </Details>
        <div class="govuk-button-group">
          <Button text="Show what would happen" preventDoubleClick />
          <a class="govuk-link" href={membersPath(body.slug)}>
            Cancel
          </a>
        </div>
      </form>
    </Page>
  )
}

/** Shows what an import would bring, and asks for the last word. */
export function ImportPreviewPage(props: {
  readonly visit: Visit
  readonly body: Board
  readonly plan: MembershipPlan
  readonly rows: string
  readonly breadcrumbs: readonly PageLink[]
  /** Names of seats and people that are known already, by id. */
  readonly names: ReadonlyMap<string, string>
}): JSX.Element {
  const { visit, body, plan, rows, breadcrumbs, names } = props
  const title = 'Check what would be saved'
  const nameOf = (idOrName: string): string => names.get(idOrName) ?? idOrName
  const counts = [
    `${plan.newSeats.length} new seats`,
    `${plan.widenedSeats.length} seats with more places`,
    `${plan.newPeople.length} new people`,
    `${plan.appointments.length} appointments`,
  ]
  return (
    <Page visit={visit} title={title} breadcrumbs={breadcrumbs} width="workspace">
      <PageHead title={title} caption={body.name} lead={`${counts.join(', ')}. Nothing has been saved yet.`} />
      <DataTable
        caption="Seats"
        narrow="stack"
        columns={[{ heading: 'Seat' }, { heading: 'What happens' }, { heading: 'Places', numeric: true }]}
        rows={[
          ...plan.newSeats.map(({ name, places }) => ({ cells: [name, 'New', String(places)] })),
          ...plan.widenedSeats.map(({ name, places }) => ({ cells: [name, 'Gets more places', String(places)] })),
        ]}
      />
      <DataTable
        caption="Appointments"
        narrow="stack"
        columns={[
          { heading: 'Line', numeric: true },
          { heading: 'Person' },
          { heading: 'Seat' },
          { heading: 'Place', numeric: true },
          { heading: 'From' },
        ]}
        rows={plan.appointments.map(({ line, person, seat, place, from }) => ({
          cells: [String(line), `${nameOf(person)}${names.has(person) ? '' : ' (new)'}`, nameOf(seat), String(place), dayInWords(from)],
        }))}
      />
      <form method="post" action={memberImportPath(body.slug)}>
        <CsrfField visit={visit} />
        <input type="hidden" name="confirmed" value="yes" />
        <input type="hidden" name="rows" value={rows} />
        <div class="govuk-button-group">
          <Button text="Save all of it" preventDoubleClick />
          <a class="govuk-link" href={memberImportPath(body.slug)}>
            Start again
          </a>
        </div>
      </form>
    </Page>
  )
}
