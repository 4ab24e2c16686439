import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { measurePaths, programPaths } from '../paths.ts'
import type { Program, ProgramEnd } from '../queries/programs.ts'
import { broughtInWords, programInWords, programUsedInWords, usedInWords } from '../words/programs.ts'

/** The programs that can give figures of a measure, for its owner and the clerk (I2). */
export function ProgramsCard(props: {
  readonly measure: string
  readonly title: string
  readonly programs: readonly Program[]
  readonly ends: readonly ProgramEnd[]
  readonly link: { readonly text: string; readonly href: string }
}): JSX.Element {
  const { measure, title, programs, ends, link } = props
  return (
    <Card id={`programs-${measure}`} title={title} link={link}>
      {programs.length === 0 && <p class="gt-missing">No program can give its figures</p>}
      <ul class="govuk-list gt-rows">
        {programs.map((program) => (
          <li>
            <div>
              <strong>{program.name}</strong>
              <br />
              {programInWords(program)}
              <br />
              <span class="govuk-hint">{usedInWords(program)}</span>
              <br />
              <a class="govuk-link" href={programPaths.end(measure, program.token)}>
                End its right to this measure<span class="govuk-visually-hidden">: {program.name}</span>
              </a>
            </div>
          </li>
        ))}
        {ends.map(({ reason, name, endedAt }) => (
          <li>
            <div>
              <span class="govuk-hint">
                A right was ended {instantInWords(endedAt)} by {name}: {reason}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Every measure that somebody owns or clerks and that a program can give figures of. */
export function ProgramsPage(props: {
  readonly visit: Visit
  readonly measures: readonly { readonly id: string; readonly title: string }[]
  readonly programs: readonly Program[]
  readonly ends: readonly ProgramEnd[]
}): JSX.Element {
  const { visit, measures, programs, ends } = props
  const titles = new Map(measures.map(({ id, title }) => [id, title]))
  return (
    <Page visit={visit} title="Programs that give figures" breadcrumbs={[{ text: 'My work', href: '/work' }]} width="workspace">
      <PageHead
        title="Programs that give figures"
        lead={`Of the ${measures.length === 1 ? 'one measure' : `${measures.length} measures`} that you own or keep: which tokens can give their figures, and when each was used.`}
      />
      {programs.length + ends.length === 0 && (
        <EmptyState
          title="No program gives figures of your measures"
          text="One appears here when somebody who gives their figures makes a token for a program."
        />
      )}
      {[...Map.groupBy(programs, ({ token }) => token)].map(([token, rights]) => (
        <OneProgram token={token} rights={rights} titles={titles} />
      ))}
      {ends.length > 0 && (
        <Card id="ended" title="Rights that were ended">
          <ul class="govuk-list govuk-list--bullet">
            {ends.map(({ measure, reason, name, endedAt }) => (
              <li>
                <MeasureLink id={measure} titles={titles} />: ended {instantInWords(endedAt)} by {name}. {reason}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

type Titles = ReadonlyMap<string, string>

function MeasureLink({ id, titles }: { readonly id: string; readonly titles: Titles }): JSX.Element {
  return (
    <a class="govuk-link" href={measurePaths.measure(id)}>
      {titles.get(id) ?? 'A measure'}
    </a>
  )
}

/** One token with every measure that it can give figures of: what it is stands once. */
function OneProgram(props: { readonly token: string; readonly rights: readonly Program[]; readonly titles: Titles }): JSX.Element | null {
  const { token, rights, titles } = props
  const [first] = rights
  if (first === undefined) return null
  return (
    <Card id={`program-${token}`} title={first.name}>
      <p>
        {programInWords(first)}. {programUsedInWords(first)}
      </p>
      <ul class="govuk-list gt-rows">
        {rights.map((program) => (
          <li>
            <div>
              <MeasureLink id={program.measure} titles={titles} />
              <br />
              <span class="govuk-hint">{broughtInWords(program)}</span>
              <br />
              <a class="govuk-link" href={programPaths.end(program.measure, token)}>
                End its right to this measure<span class="govuk-visually-hidden">: {titles.get(program.measure) ?? ''}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
