import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { PlanNeed, PlanView } from '../queries/plan.ts'
import { editionWords } from '../words/plan.ts'

/** A plan as one reader is given it. */
export interface PlanForReader {
  /** Undefined for the page of the family itself. */
  readonly reader: { readonly name: string; readonly relative: string | null } | undefined
  readonly edition: 'plain' | 'large' | 'child'
  readonly plan: PlanView
  readonly needs: readonly PlanNeed[]
  readonly number: number
}

interface Props extends PlanForReader {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly print?: { readonly id: string; readonly signedOn: Temporal.PlainDate | null; readonly signedWords: string } | undefined
  readonly leads: boolean
}

/** The team as one reader may be told of it: a contact that is kept from them is not there, and no address is. */
export const teamFor = ({ plan, reader }: PlanForReader) =>
  plan.who.team
    .filter(({ endsOn }) => endsOn === null)
    .map(({ name, agency, role, contact, shieldedFrom }) => ({
      ...{ name, agency, role },
      contact: reader?.relative && shieldedFrom.includes(reader.relative) ? '' : contact,
    }))

/** The plan on one page in the family's own words, to be read aloud, printed and signed (E4, handbook of early help 4). */
export function PlanPrintPage(props: Props): JSX.Element {
  const { visit, family, reader, edition, plan, needs, number, print, leads } = props
  const isChild = edition === 'child'
  const words = plan.versions.find((one) => one.number === number)?.familyWords ?? ''
  const team = teamFor(props)
  return (
    <Page
      visit={visit}
      title={reader ? `The plan, for ${reader.name}` : 'Our page'}
      breadcrumbs={[
        { text: 'Families', href: familyPaths.list() },
        { text: family.label, href: familyPaths.family(family.id) },
        { text: 'Plan and team', href: familyPaths.plan(family.id) },
      ]}
    >
      <div class={edition === 'plain' ? 'gt-plan-page' : 'gt-plan-page gt-plan-page--large'}>
        <PageHead title={isChild ? 'Our plan' : reader ? `The plan, for ${reader.name}` : 'Our page'} caption={`Version ${number}`} />
        {words !== '' && (
          <>
            <h2 class="govuk-heading-m">{isChild ? 'What we say' : 'In our own words'}</h2>
            <TypedWords words={words} />
          </>
        )}
        {needs.map((need) => (
          <section>
            <h2 class="govuk-heading-m">{need.outcome}</h2>
            {!isChild && <p class="gt-typed">{`Now: ${need.need}`}</p>}
            <ul class="govuk-list govuk-list--bullet">
              {plan.actions
                .filter((action) => action.need === need.id && action.state !== 'ended' && action.state !== 'declined')
                .map((action) => (
                  <li>
                    {`${plan.who.nameOf(action)}: ${action.what}`}
                    {action.state === 'done' ? ' Done.' : ` By ${dayInWords(action.dueOn)}.`}
                    {action.state === 'proposed' && ' We are asking them.'}
                  </li>
                ))}
            </ul>
          </section>
        ))}
        <h2 class="govuk-heading-m">{isChild ? 'Who helps us' : 'Who is in the team'}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {team.map(({ name, agency, role, contact }) => (
            <li>{isChild ? `${name}, ${role}` : [name, agency, role, contact].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
        {reader && <p class="govuk-body">Signed: ______________________________ Day: ______________</p>}
        {print && <PrintSteps family={family} print={print} leads={leads} edition={edition} />}
      </div>
    </Page>
  )
}

function PrintSteps({
  family,
  print,
  leads,
  edition,
}: Pick<Props, 'family' | 'leads' | 'edition'> & { readonly print: NonNullable<Props['print']> }): JSX.Element {
  return (
    <div class="gt-no-print">
      <p class="govuk-body">
        {`${editionWords[edition]}. Print this page from your browser, or `}
        <a class="govuk-link" href={familyPaths.printPart(family.id, print.id, 'plan.pdf')}>
          take it as a PDF
        </a>
        . It is recorded as given to this reader.
      </p>
      {print.signedOn ? (
        <p class="govuk-body">{`A signed copy came back on ${dayInWords(print.signedOn)}: ${print.signedWords}`}</p>
      ) : (
        leads && (
          <a class="govuk-button govuk-button--secondary" href={familyPaths.printPart(family.id, print.id, 'signed')}>
            A signed copy came back
          </a>
        )
      )}
    </div>
  )
}
